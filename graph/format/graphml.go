package format

import (
	"encoding/xml"
	"io"
	"strconv"

	"mapper/graph"
)

type graphMLKey struct {
	XMLName xml.Name `xml:"key"`
	ID      string   `xml:"id,attr"`
	For     string   `xml:"for,attr"`
	Name    string   `xml:"attr.name,attr"`
	Type    string   `xml:"attr.type,attr"`
}

type graphMLThing struct {
	XMLName xml.Name
	ID      string        `xml:"id,attr"`
	Source  string        `xml:"source,attr,omitempty"`
	Target  string        `xml:"target,attr,omitempty"`
	Data    []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// graphMLTypes are GraphML's names of the types of fields.
var graphMLTypes = map[string]string{"string": "string", "integer": "int", "boolean": "boolean"}

// GraphML writes a graph as GraphML.
func GraphML(w io.Writer, f *graph.Flow) error {
	nodes := append([]field{{"label", "string"}}, nodeFields...)
	edges := append([]field{{"label", "string"}, {"weight", "integer"}}, edgeFields...)
	p := newPieces(w)
	p.text(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, side := range []struct {
		name   string
		fields []field
	}{{"node", nodes}, {"edge", edges}} {
		for _, f := range side.fields {
			p.element(graphMLKey{ID: side.name + "_" + f.name, For: side.name, Name: f.name, Type: graphMLTypes[f.typ]})
		}
	}
	p.text(`<graph edgedefault="directed">` + "\n")
	for n, err := range f.Nodes {
		if err != nil {
			return err
		}
		values := append([]string{n.Name}, nodeValues(n, f.Words)...)
		p.element(graphMLThing{XMLName: xml.Name{Local: "node"}, ID: clean(n.ID), Data: graphMLValues("node", nodes, values)})
	}
	for e, err := range f.Edges {
		if err != nil {
			return err
		}
		values := append([]string{relationName(f.Words, e.Relation), strconv.Itoa(e.Claims)}, edgeValues(e, f.Words)...)
		p.element(graphMLThing{XMLName: xml.Name{Local: "edge"}, ID: clean(e.ID), Source: clean(e.From), Target: clean(e.To), Data: graphMLValues("edge", edges, values)})
	}
	p.text("</graph>\n</graphml>\n")
	return p.end()
}

func graphMLValues(side string, fields []field, values []string) []graphMLData {
	var data []graphMLData
	for i, f := range fields {
		if values[i] != "" {
			data = append(data, graphMLData{side + "_" + f.name, clean(values[i])})
		}
	}
	return data
}
