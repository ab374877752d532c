package mapping

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// reader is the reading of one file by a mapping.
type reader struct {
	*source.Result
	m         *Mapping
	count     *source.Count
	described map[string]bool // ids of entities that a row has described already
	claimed   map[string]int  // line of each claim by id
}

// Read reads a CSV file by the mapping; file is its name as messages should show it.
func (m *Mapping) Read(in io.Reader, file string) (*source.Result, error) {
	d := m.Document
	published, err := graph.ParseDate(d.Published)
	if err != nil {
		return nil, m.wrong("document: published: %v", err)
	}
	r := reader{Result: &source.Result{Name: file}, m: m, described: map[string]bool{}, claimed: map[string]int{}}
	r.Documents = []graph.Document{{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: published, Dating: d.Dating, URL: d.URL, Note: d.Note}}
	r.count = r.Counting(m.What)
	return r.Result, source.Rows(in, file, source.Columns{Names: m.Columns, Check: func(header []string) (string, bool) {
		err := m.checkColumns(header)
		if err != nil {
			return "does not fit the mapping: " + err.Error(), true
		}
		return "", false
	}}, r.row)
}

// row reads one line: it is used as a whole or rejected as a whole.
func (r *reader) row(row source.Row) {
	if row.Wrong != "" {
		r.Reject(r.count, row.At, "", "%s", row.Wrong)
		return
	}
	for name, d := range r.m.Derive {
		row = row.With(name, d.find(row.Text(d.Column)))
	}
	for _, s := range r.m.Skip {
		if s.pattern.MatchString(row.Text(s.Column)) == (s.Lacks == "") {
			r.Reject(r.count, row.At, s.Column, "%s", fill(s.Reason, row))
			return
		}
	}
	parts := []string{""}
	if r.m.Each.Column != "" {
		parts = strings.Split(row.Text(r.m.Each.Column), r.m.Each.Split)
	}
	var made source.Result
	for _, part := range parts {
		if r.m.Each.Column != "" {
			row = row.With(r.m.Each.Column, strings.TrimSpace(part))
		}
		if field, wrong := r.make(&made, row); wrong != "" {
			r.Reject(r.count, row.At, field, "%s", wrong)
			return
		}
	}
	r.keep(&made, row.At.Line)
}

// keep takes over what a row made.
func (r *reader) keep(made *source.Result, line int) {
	r.count.Use()
	for _, e := range made.Entities {
		if !r.described[e.ID] {
			r.described[e.ID] = true
			r.Entities = append(r.Entities, e)
		}
	}
	for _, c := range made.Claims {
		r.claimed[c.ID] = line
		r.Claims = append(r.Claims, c)
	}
}

// make fills in the entities and claims of a row; wrong says why it cannot.
func (r *reader) make(into *source.Result, row source.Row) (field, wrong string) {
	ids := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(r.m.Entities)) {
		e := r.m.Entities[name]
		if e.When != "" && row.Text(e.When) == "" {
			continue
		}
		made, field, wrong := e.make(row)
		if wrong != "" {
			return name + ": " + field, wrong
		}
		ids[name] = made.ID
		into.Entities = append(into.Entities, made)
	}
	for _, c := range r.m.Claims {
		if c.When != "" && row.Text(c.When) == "" {
			continue
		}
		made, field, wrong := r.claim(c, row, ids)
		if wrong != "" {
			return field, wrong
		}
		if !slices.ContainsFunc(into.Claims, func(c graph.Claim) bool { return c.ID == made.ID }) { // once, however many parts the list has
			into.Claims = append(into.Claims, made)
		}
	}
	return "", ""
}

// make fills in one entity.
func (e entity) make(row source.Row) (made graph.Entity, field, wrong string) {
	made = graph.Entity{ID: fill(e.ID, row), Name: fill(e.Name, row), Kinds: filled(e.Kinds, row), Aliases: filled(e.Aliases, row), Note: fill(e.Note, row)}
	if made.ID == "" || made.Name == "" {
		return made, "id", "the row gives no id or name"
	}
	for _, text := range filled(e.Codes, row) {
		code, err := graph.ParseCode(text)
		if err != nil {
			return made, "codes", err.Error()
		}
		made.Codes = append(made.Codes, code)
	}
	made.Span, field, wrong = span(e.Start, e.End, row)
	return made, field, wrong
}

// claim fills in one claim; its ends are entities of the mapping or ids.
func (r *reader) claim(c claim, row source.Row, ids map[string]string) (made graph.Claim, field, wrong string) {
	end := func(text string) string {
		if id, ok := ids[text]; ok {
			return id
		}
		return fill(text, row) // an id, or a reference to the bearer of a code
	}
	made = graph.Claim{ID: fill(c.ID, row), From: end(c.From), Relation: c.Relation, To: end(c.To), Status: graph.Status(c.Status),
		Role: fill(c.Role, row), Speaker: fill(c.Speaker, row), Document: r.m.Document.ID, Locator: source.RowLocator(row.At.Line),
		Phrase: fill(c.Phrase, row), Note: fill(c.Note, row)}
	if line := r.claimed[made.ID]; line > 0 {
		return made, "", "line " + strconv.Itoa(line) + " says the same"
	}
	if made.From == "" || made.To == "" {
		return made, "", "an end of " + c.Relation + " is empty"
	}
	made.Span, field, wrong = span(c.Start, c.End, row)
	return made, field, wrong
}
