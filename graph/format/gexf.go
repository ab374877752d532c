package format

import (
	"encoding/xml"
	"io"
	"strconv"
	"time"

	"mapper/graph"
)

type gexf struct {
	XMLName xml.Name  `xml:"http://gexf.net/1.3 gexf"`
	Viz     string    `xml:"xmlns:viz,attr"`
	Version string    `xml:"version,attr"`
	Creator string    `xml:"meta>creator"`
	Graph   gexfGraph `xml:"graph"`
}

type gexfGraph struct {
	Default string           `xml:"defaultedgetype,attr"`
	Mode    string           `xml:"mode,attr"`
	Times   string           `xml:"timeformat,attr"`
	Fields  []gexfAttributes `xml:"attributes"`
	Nodes   []gexfNode       `xml:"nodes>node"`
	Edges   []gexfEdge       `xml:"edges>edge"`
}

type gexfAttributes struct {
	Class  string          `xml:"class,attr"`
	Mode   string          `xml:"mode,attr"`
	Fields []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Start  string      `xml:"start,attr,omitempty"`
	End    string      `xml:"end,attr,omitempty"`
	Values []gexfValue `xml:"attvalues>attvalue"`
	Colour *gexfColour `xml:"viz:color"`
}

type gexfEdge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Label  string      `xml:"label,attr"`
	Kind   string      `xml:"kind,attr"` // Gephi keeps parallel edges apart by it
	Weight string      `xml:"weight,attr"`
	Start  string      `xml:"start,attr,omitempty"`
	End    string      `xml:"end,attr,omitempty"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfColour struct {
	R uint8 `xml:"r,attr"`
	G uint8 `xml:"g,attr"`
	B uint8 `xml:"b,attr"`
}

// GEXF writes a map as GEXF 1.3 with dates, for the timeline of Gephi.
func GEXF(w io.Writer, m *graph.Taken) error {
	g := gexf{Viz: "http://gexf.net/1.3/viz", Version: "1.3", Creator: "Relationship mapper"}
	g.Graph = gexfGraph{Default: "directed", Mode: "dynamic", Times: "date",
		Fields: []gexfAttributes{gexfFields("node", nodeFields), gexfFields("edge", edgeFields)}}
	for _, n := range m.Nodes {
		start, end := gexfSpan(n.Span)
		g.Graph.Nodes = append(g.Graph.Nodes, gexfNode{ID: clean(n.ID), Label: clean(n.Name), Start: start, End: end,
			Values: gexfValues(nodeFields, nodeValues(n, m.Words)), Colour: colourOf(m.Words, n.Kinds)})
	}
	titles := titles(m.Documents)
	for _, e := range m.Edges {
		start, end := gexfSpan(e.Span)
		g.Graph.Edges = append(g.Graph.Edges, gexfEdge{ID: clean(e.ID), Source: clean(e.From), Target: clean(e.To), Label: relationName(m.Words, e.Relation),
			Kind: e.Relation, Weight: strconv.Itoa(e.Claims), Start: start, End: end, Values: gexfValues(edgeFields, edgeValues(e, m, titles))})
	}
	return writeXML(w, g)
}

// gexfSpan gives the first and the last day of a span as GEXF has them, both of which
// count; what began and ended on one day stood on none, and has that day.
func gexfSpan(s graph.Span) (start, end string) {
	first, known := s.Start.First()
	if known {
		start = first.Format(time.DateOnly)
	}
	if over, ended := s.End.Over(); ended {
		last := over.AddDate(0, 0, -1)
		if known && last.Before(first) {
			last = first
		}
		end = last.Format(time.DateOnly)
	}
	return start, end
}

func gexfFields(class string, fields []field) gexfAttributes {
	a := gexfAttributes{Class: class, Mode: "static"}
	for _, f := range fields {
		a.Fields = append(a.Fields, gexfAttribute{f.name, f.name, f.typ})
	}
	return a
}

func gexfValues(fields []field, values []string) []gexfValue {
	var all []gexfValue
	for i, f := range fields {
		if values[i] != "" {
			all = append(all, gexfValue{f.name, clean(values[i])})
		}
	}
	return all
}

// colourOf reads the colour of the first kind, by which a node is drawn.
func colourOf(v *graph.Vocabulary, kinds []string) *gexfColour {
	if len(kinds) == 0 || v.Kind(kinds[0]) == nil {
		return nil
	}
	rgb, err := strconv.ParseUint(v.Kind(kinds[0]).Colour[1:], 16, 32)
	if err != nil {
		return nil
	}
	return &gexfColour{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb)}
}
