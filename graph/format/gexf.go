package format

import (
	"encoding/xml"
	"io"
	"strconv"

	"mapper/graph"
)

type gexfAttributes struct {
	XMLName xml.Name        `xml:"attributes"`
	Class   string          `xml:"class,attr"`
	Mode    string          `xml:"mode,attr"`
	Fields  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	XMLName xml.Name    `xml:"node"`
	ID      string      `xml:"id,attr"`
	Label   string      `xml:"label,attr"`
	Start   string      `xml:"start,attr,omitempty"`
	End     string      `xml:"end,attr,omitempty"`
	Values  []gexfValue `xml:"attvalues>attvalue"`
	Colour  *gexfColour `xml:"viz:color"`
}

type gexfEdge struct {
	XMLName xml.Name    `xml:"edge"`
	ID      string      `xml:"id,attr"`
	Source  string      `xml:"source,attr"`
	Target  string      `xml:"target,attr"`
	Label   string      `xml:"label,attr"`
	Kind    string      `xml:"kind,attr"` // Gephi keeps parallel edges apart by it
	Weight  string      `xml:"weight,attr"`
	Start   string      `xml:"start,attr,omitempty"`
	End     string      `xml:"end,attr,omitempty"`
	Values  []gexfValue `xml:"attvalues>attvalue"`
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

// GEXF writes a graph as GEXF 1.3 with dates, for the timeline of Gephi: the first and
// the last day of each node and edge.
func GEXF(w io.Writer, f *graph.Flow) error {
	p := newPieces(w)
	p.text(`<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">` + "\n" +
		"<meta><creator>Relationship mapper</creator></meta>\n" +
		`<graph defaultedgetype="directed" mode="dynamic" timeformat="date">` + "\n")
	p.element(gexfFields("node", nodeFields))
	p.element(gexfFields("edge", edgeFields))
	p.text("<nodes>\n")
	for n, err := range f.Nodes {
		if err != nil {
			return err
		}
		start, end := daysOf(n.Span)
		p.element(gexfNode{ID: clean(n.ID), Label: clean(n.Name), Start: start, End: end,
			Values: gexfValues(nodeFields, nodeValues(n, f.Words)), Colour: colourOf(f.Words, n.Kinds)})
	}
	p.text("</nodes>\n<edges>\n")
	for e, err := range f.Edges {
		if err != nil {
			return err
		}
		start, end := daysOf(e.Span)
		p.element(gexfEdge{ID: clean(e.ID), Source: clean(e.From), Target: clean(e.To), Label: relationName(f.Words, e.Relation),
			Kind: e.Relation, Weight: strconv.Itoa(e.Claims), Start: start, End: end, Values: gexfValues(edgeFields, edgeValues(e, f.Words))})
	}
	p.text("</edges>\n</graph>\n</gexf>\n")
	return p.end()
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
