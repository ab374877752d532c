package format

import (
	"encoding/xml"
	"io"
	"strconv"

	"mapper/graph"
)

type graphML struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphMLKey `xml:"key"`
	Graph   graphMLGraph `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLGraph struct {
	Default string         `xml:"edgedefault,attr"`
	Nodes   []graphMLThing `xml:"node"`
	Edges   []graphMLThing `xml:"edge"`
}

type graphMLThing struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr,omitempty"`
	Target string        `xml:"target,attr,omitempty"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// graphMLTypes are GraphML's names of the types of fields.
var graphMLTypes = map[string]string{"string": "string", "integer": "int", "boolean": "boolean"}

// GraphML writes a map as GraphML.
func GraphML(w io.Writer, m *graph.Taken) error {
	var g graphML
	nodes := append([]field{{"label", "string"}}, nodeFields...)
	edges := append([]field{{"label", "string"}, {"weight", "integer"}}, edgeFields...)
	for _, side := range []struct {
		name   string
		fields []field
	}{{"node", nodes}, {"edge", edges}} {
		for _, f := range side.fields {
			g.Keys = append(g.Keys, graphMLKey{side.name + "_" + f.name, side.name, f.name, graphMLTypes[f.typ]})
		}
	}
	g.Graph.Default = "directed"
	for _, n := range m.Nodes {
		values := append([]string{n.Name}, nodeValues(n, m.Words)...)
		g.Graph.Nodes = append(g.Graph.Nodes, graphMLThing{ID: clean(n.ID), Data: graphMLValues("node", nodes, values)})
	}
	titles := titles(m.Documents)
	for _, e := range m.Edges {
		values := append([]string{relationName(m.Words, e.Relation), strconv.Itoa(e.Claims)}, edgeValues(e, m, titles)...)
		g.Graph.Edges = append(g.Graph.Edges, graphMLThing{ID: clean(e.ID), Source: clean(e.From), Target: clean(e.To), Data: graphMLValues("edge", edges, values)})
	}
	return writeXML(w, g)
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

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", " ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
