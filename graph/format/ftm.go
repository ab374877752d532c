package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"mapper/graph"
)

// thing is an entity of followthemoney.
type thing struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds the values that are there under a name, which may be "".
func (t thing) set(name string, values ...string) {
	for _, v := range values {
		if name != "" && v != "" {
			t.Properties[name] = append(t.Properties[name], v)
		}
	}
}

// followTheMoney writes a graph as entities of followthemoney, one a line: each claim is
// an entity of its own with its documents as proof. Which schema stands for what, the
// vocabulary says.
func followTheMoney(w io.Writer, f *graph.Flow) error {
	out := bufio.NewWriter(w)
	l := newLines(out)
	write := func(t thing) error {
		if err := l.value(t); err != nil {
			return err
		}
		l.text.WriteByte('\n')
		return l.flush()
	}
	for d, err := range f.Documents {
		if err == nil {
			err = write(ftmDocument(&d.Document))
		}
		if err != nil {
			return err
		}
	}
	for n, err := range f.Nodes {
		if err == nil {
			err = write(ftmEntity(n, f.Words))
		}
		if err != nil {
			return err
		}
	}
	for e, err := range f.Edges {
		if err == nil {
			err = write(ftmClaim(e, f.Words))
		}
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

func ftmDocument(d *graph.Document) thing {
	t := thing{ftmID("d", d.ID), "Document", map[string][]string{}}
	t.set("name", d.Title)
	t.set("title", d.Title)
	t.set("fileName", either(d.File, d.Title))
	t.set("author", d.Authors...)
	t.set("publisher", d.Publisher)
	t.set("date", string(d.Published))
	t.set("sourceUrl", d.URL)
	t.set("notes", d.Note)
	return t
}

func ftmEntity(n *graph.FlowNode, v *graph.Vocabulary) thing {
	s := v.FTM.SchemaOf(v, n.Kinds)
	t := thing{ftmID("e", n.ID), s.Schema, map[string][]string{}}
	t.set("name", n.Name)
	t.set(s.Title, n.Name)
	t.set("alias", n.Aliases...)
	t.set("notes", n.Note)
	t.set("keywords", kindLabels(v, n.Kinds)...)
	t.set(s.Start, string(n.Start))
	t.set(s.End, string(n.End))
	for _, c := range n.Codes {
		t.set(s.Code, c.Scheme+":"+c.Value)
	}
	return t
}

// ftmClaim gives a claim as what its relation stands for. What is not said as a fact, or
// does not fit what that joins, is a mere link, so that nobody reads more than was said.
func ftmClaim(e *graph.FlowEdge, v *graph.Vocabulary) thing {
	link, r := v.FTM.Link, v.Relation(e.Relation)
	plain := e.Status == graph.Stated || e.Status == graph.Reported
	if r != nil && plain && r.FTM.Schema != "" && v.FTM.Fits(r.FTM.FromIs, v.FTM.SchemaOf(v, e.Source.Kinds)) && v.FTM.Fits(r.FTM.ToIs, v.FTM.SchemaOf(v, e.Target.Kinds)) {
		link = r.FTM
	}
	t := thing{ftmID("c", e.ID), link.Schema, map[string][]string{}}
	t.set(link.From, ftmID("e", e.From))
	t.set(link.To, ftmID("e", e.To))
	if r != nil {
		t.set("role", r.Forward)
	}
	t.set("role", e.Role)
	t.set("status", string(e.Status))
	t.set("startDate", string(e.Start))
	t.set("endDate", string(e.End))
	t.set("recordId", e.ID)
	t.set("summary", v.Sentence(graph.Evidence{From: e.Source.Ref, Relation: e.Relation, To: e.Target.Ref, Count: e.Count, Role: e.Role, Span: e.Span, Status: e.Status}))
	t.set("description", e.Note, strings.TrimSpace(fmt.Sprintf("%s %s", e.Locator, inQuotes(e.Phrase))))
	if e.Speaker != nil {
		t.set("namesMentioned", e.Speaker.Name)
	}
	for _, d := range e.Documents {
		t.set("proof", ftmID("d", d.ID))
	}
	return t
}

// ftmID makes an id of the form that followthemoney allows: letters, digits, dots and
// dashes. Any other sign, and a dot, is a dot and its code: ods:RRV is e-ods.3aRRV.
func ftmID(sort, id string) string {
	var out strings.Builder
	out.WriteString(sort + "-")
	for i := range len(id) {
		c := id[i]
		if c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' && i < len(id)-1 {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, ".%02x", c)
		}
	}
	return out.String()
}

func inQuotes(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
