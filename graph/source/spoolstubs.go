package source

import (
	"fmt"
	"slices"
	"strings"

	"mapper/graph"
)

// plainKind is the kind of a body of which no more is known than its code.
const plainKind = "Organisation"

// mention sees to it that the ends of a claim, and who says so, are entities.
func (r *Resolved) mention(c *graph.Claim) {
	var from, to []string
	if relation := r.relations[c.Relation]; relation != nil {
		from, to = relation.From, relation.To
	}
	r.need(c.From, from, c.Place)
	r.need(c.To, to, c.Place)
	if c.Speaker != "" {
		r.need(c.Speaker, nil, c.Place)
	}
}

// need makes a stub of a body that this source does not describe.
func (r *Resolved) need(id string, kinds []string, at graph.Place) {
	hash := Hash(id)
	lately := &r.lately[hash%latelyNeeded]
	if *lately == hash {
		return
	}
	*lately = hash
	if r.emits(id, hash) || r.stubs[id] != nil {
		return
	}
	id = strings.Clone(id)
	r.stubs[id] = r.stub(id, kinds, at)
}

// latelyNeeded is for how many ids it is held that there is an entity: the claims of
// a body mostly stand together, and a few bodies are in most claims.
const latelyNeeded = 1 << 12

// stub describes a body by its name in the graph, where it is there under another id
// than its code, else by what this source says of the bearer of the code, else by
// the code itself. When it bore which code, those say who describe it.
func (r *Resolved) stub(id string, kinds []string, at graph.Place) *entity {
	stub := &entity{ID: id, Stub: true, Place: at}
	if known, ok := r.heard[id]; ok {
		stub.Name, stub.Kinds = known.Name, r.ourKinds(known.Kinds)
		return stub
	}
	stub.Name = id
	if c, err := graph.ParseCode(id); err == nil && !strings.Contains(c.Value, ":") {
		stub.Name, stub.Codes = c.Value, []graph.Code{c}
	}
	if added := r.spool.added[id]; len(added) > 0 {
		stub.Name, stub.Kinds, stub.Span = added[0].Name, added[0].Kinds, added[0].Span
	}
	if len(stub.Kinds) == 0 {
		stub.Kinds = []string{plainKind}
	}
	if len(kinds) > 0 && !slices.ContainsFunc(r.words.Labels(stub.Kinds), func(k string) bool { return slices.Contains(kinds, k) }) {
		stub.Kinds = kinds[:1:1] // whatever it is, it can stand at this end
	}
	return stub
}

// ourKinds gives those kinds of a body of the graph that this dataset's vocabulary
// has: it may have others from the vocabulary of another dataset.
func (r *Resolved) ourKinds(kinds []string) []string {
	ours := slices.DeleteFunc(slices.Clone(kinds), func(kind string) bool { return r.words.Kind(kind) == nil })
	if len(ours) == 0 {
		return []string{plainKind}
	}
	return ours
}

// note says in words what was done about what the source leaves open.
func (r *Resolved) note(split int, pass *settling) {
	for _, n := range []struct {
		n            int
		one, several string
	}{
		{len(r.renamed), "body is in the graph under another id, which it keeps", "bodies are in the graph under other ids, which they keep"},
		{len(r.stubs), "body is known only by its code or id: it is a stub", "bodies are known only by their codes or ids: they are stubs"},
		{split, "more edge, since a code passed from one body to the next while a claim stood", "more edges, since codes passed from one body to the next while claims stood"},
		{pass.selves, "claim joins a body to itself and is left out", "claims join a body to itself and are left out"},
		{pass.again, "claim is made twice and kept once", "claims are made twice and kept once"},
		{pass.renumbered, "claim had the id of another and got one of its own", "claims had ids of others and got ids of their own"},
		{r.spool.unkept, "further description of an entity is left out, since too many have several", "further descriptions of entities are left out, since too many have several"},
	} {
		if n.n == 1 {
			r.Notes = append(r.Notes, "1 "+n.one)
		} else if n.n > 1 {
			r.Notes = append(r.Notes, fmt.Sprintf("%d %s", n.n, n.several))
		}
	}
}
