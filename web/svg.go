package web

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"mapper/graph"
)

// checkSVG refuses what is no picture, or would do or load something when it is opened.
func checkSVG(text string) error {
	if text == "" {
		return nil
	}
	wrong := func(what string) error { return graph.Errorf(graph.Invalid, "svg: %s.", what) }
	decoder := xml.NewDecoder(strings.NewReader(text))
	for depth, seen := 0, false; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && seen {
			return nil
		}
		if err != nil {
			return wrong("it is not well-formed XML")
		}
		switch element := token.(type) {
		case xml.StartElement:
			if depth == 0 && (seen || element.Name.Local != "svg") {
				return wrong("it is not one <svg>")
			}
			depth, seen = depth+1, true
			if fault := faultOf(element); fault != "" {
				return wrong(fault)
			}
		case xml.EndElement:
			depth--
		}
	}
}

func faultOf(e xml.StartElement) string {
	if slices.Contains([]string{"script", "foreignObject", "iframe"}, e.Name.Local) {
		return "<" + e.Name.Local + "> may not be in it"
	}
	for _, a := range e.Attr {
		if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") {
			return "the attribute " + a.Name.Local + " may not be in it"
		}
		if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") && !strings.HasPrefix(a.Value, "data:image/") && e.Name.Local != "a" {
			return "it loads " + a.Value + ", and must stand alone"
		}
	}
	return ""
}
