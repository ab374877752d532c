package source

import "mapper/graph"

// entity puts an entity into the row.
func (r *rowsOut) entity(e *graph.Entity) {
	r.begin()
	r.text(e.ID)
	r.text(e.Name)
	r.number(len(e.Kinds))
	for _, kind := range e.Kinds {
		r.word(kindWord, kind)
	}
	r.number(len(e.Aliases))
	for _, alias := range e.Aliases {
		r.text(alias)
	}
	r.number(len(e.Codes))
	for _, c := range e.Codes {
		r.word(schemeWord, c.Scheme)
		r.text(c.Value)
		r.span(c.Span)
	}
	r.span(e.Span)
	r.number(flag(e.Anonymous) | flag(e.Stub)<<1)
	r.text(e.Note)
}

// entity reads an entity back, into one whose lists it may use again.
func (r *rowIn) entity(e *graph.Entity) {
	*e = graph.Entity{ID: r.text(), Name: r.text(), Kinds: e.Kinds[:0], Aliases: e.Aliases[:0], Codes: e.Codes[:0]}
	for range r.number() {
		e.Kinds = append(e.Kinds, r.word())
	}
	for range r.number() {
		e.Aliases = append(e.Aliases, r.text())
	}
	for range r.number() {
		e.Codes = append(e.Codes, graph.Code{Scheme: r.word(), Value: r.text(), Span: r.span()})
	}
	e.Span = r.span()
	flags := r.number()
	e.Anonymous, e.Stub = flags&1 > 0, flags&2 > 0
	e.Note = r.text()
	e.Place = graph.Place{File: r.word(), Line: r.number()}
}

// claim puts a claim into the row.
func (r *rowsOut) claim(c *graph.Claim) {
	r.begin()
	r.text(c.ID)
	r.text(c.From)
	r.word(relationWord, c.Relation)
	r.text(c.To)
	r.span(c.Span)
	r.word(statusWord, string(c.Status))
	r.word(roleWord, c.Role)
	r.number(c.Count)
	r.text(c.Speaker)
	r.word(documentWord, c.Document)
	r.text(c.Locator)
	r.text(c.Phrase)
	r.text(c.Note)
}

// claim reads a claim back.
func (r *rowIn) claim(c *graph.Claim) {
	*c = graph.Claim{ID: r.text(), From: r.text(), Relation: r.word(), To: r.text(), Span: r.span(), Status: graph.Status(r.word()), Role: r.word(),
		Count: r.number(), Speaker: r.text(), Document: r.word(), Locator: r.text(), Phrase: r.text(), Note: r.text()}
	c.Place = graph.Place{File: r.word(), Line: r.number()}
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
