package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"mapper/graph"
	forms "mapper/graph/format"
)

// Limits of an entity's page.
const (
	around   = 40   // neighbours on its map
	partSize = 200  // claims on a page that shows one relation
	parts    = 5000 // such pages: what lies beyond is for the API
)

// page is /entities/{id}; with relation and direction it shows all claims of that
// relation, a part at a time.
func (e entities) page(w http.ResponseWriter, r *http.Request, params gin.Params) error {
	page, err := e.site.page(r, "", "")
	if err != nil {
		return err
	}
	id := params.ByName("id")
	data := EntityPage{Page: page}
	if data.Entity, err = e.graph.Entity(r.Context(), id, page.AsAt); err != nil {
		return err
	}
	data.Title = data.Entity.Name
	if r.URL.Query().Get("relation") != "" {
		err = e.part(r, &data)
	} else {
		data.Groups = groups(data.Entity, page.Words.Vocabulary, page.AsAt)
		data.Map, err = e.graph.Neighbours(r.Context(), graph.NeighbourQuery{ID: id, Filter: graph.Filter{AsAt: page.AsAt, Limit: around}})
	}
	if err != nil {
		return err
	}
	data.Map = forms.Filled(data.Map)
	for _, f := range listed(mapForms) {
		address := url.Values{"around": {id}, "format": {f.Name}}
		if !page.AsAt.IsZero() {
			address.Set("as_at", page.AsAt.String())
		}
		data.Formats = append(data.Formats, Download{Name: f.Label, Href: "/api/export?" + address.Encode()})
	}
	return e.show(w, http.StatusOK, "entity", data)
}

// part fills in the claims of the one relation that the address names.
func (e entities) part(r *http.Request, data *EntityPage) error {
	q := r.URL.Query()
	relation, direction, number := q.Get("relation"), q.Get("direction"), 1
	if err := data.Words.CheckRelations([]string{relation}); err != nil {
		return err
	}
	if direction != "" && direction != "out" && direction != "in" {
		return graph.Errorf(graph.Invalid, "direction=%s: write out, in or nothing", direction)
	}
	if text := q.Get("page"); text != "" {
		var err error
		if number, err = strconv.Atoi(text); err != nil || number < 1 || number > parts {
			return graph.Errorf(graph.Invalid, "page=%s: write a number from 1 to %d", text, parts)
		}
	}
	skip := (number - 1) * partSize
	claims, err := e.graph.Claims(r.Context(), graph.ClaimQuery{ID: data.Entity.ID, Relation: relation, Direction: direction, AsAt: data.AsAt, Skip: skip, Limit: partSize})
	if err != nil {
		return err
	}
	profile := *data.Entity
	profile.Claims = claims.Items
	data.Groups = groups(&profile, data.Words.Vocabulary, data.AsAt)
	data.Part = &Part{First: skip + 1, Last: skip + len(claims.Items), Of: claims.Total}
	for i := range data.Groups {
		data.Part.Phrase, data.Groups[i].More = data.Groups[i].Phrase, ""
	}
	if number > 1 {
		data.Part.Before = partAddress(profile.ID, relation, direction, data.AsAt, number-1)
	}
	if data.Part.Last < data.Part.Of && len(claims.Items) > 0 {
		data.Part.After = partAddress(profile.ID, relation, direction, data.AsAt, number+1)
	}
	return nil
}

// partAddress is where one page of the claims of a relation is.
func partAddress(id, relation, direction string, at graph.Day, number int) string {
	q := url.Values{"relation": {relation}}
	for name, value := range map[string]string{"direction": direction, "as_at": at.String()} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if number > 1 {
		q.Set("page", strconv.Itoa(number))
	}
	return "/entities/" + url.PathEscape(id) + "?" + q.Encode()
}

// groups reads an entity's claims from the entity: a group a relation and
// direction, in the order of the vocabulary; in it a line for each other end,
// those with the most claims first.
func groups(p *graph.Profile, v *graph.Vocabulary, at graph.Day) []Group {
	var groups []Group
	for _, r := range v.Relations {
		for _, direction := range []string{"out", "in"} {
			g := Group{Phrase: r.Forward, Relation: r, Lines: linesOf(p, v, r, direction == "in")}
			if direction == "in" {
				g.Phrase = r.Backward
			}
			if len(g.Lines) == 0 {
				continue
			}
			if r.Symmetric {
				direction = "" // both are one group
			}
			g.Others = len(g.Lines)
			i := slices.IndexFunc(p.Relations, func(n graph.Neighbourhood) bool {
				return n.Relation == r.Type && n.Direction == cmp.Or(direction, "both")
			})
			if i >= 0 && p.Relations[i].Claims > behind(g.Lines) {
				g.Others, g.More = p.Relations[i].Entities, partAddress(p.ID, r.Type, direction, at, 1)
			}
			groups = append(groups, g)
		}
	}
	return groups
}

// behind counts the claims behind lines.
func behind(lines []Line) int {
	n := 0
	for _, l := range lines {
		n += len(l.Evidence)
	}
	return n
}

func linesOf(p *graph.Profile, v *graph.Vocabulary, r graph.Relation, backward bool) []Line {
	var lines []Line
	for _, claim := range p.Claims {
		other, reads := otherEnd(p.ID, claim, r.Symmetric)
		if claim.Relation != r.Type || other == nil || reads != backward {
			continue
		}
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Other.ID == other.ID })
		if i < 0 {
			i = len(lines)
			lines = append(lines, Line{Other: *other})
		}
		lines[i].Evidence = append(lines[i].Evidence, claim)
	}
	for i := range lines {
		lines[i].Edge = graph.Bundle(lines[i].Evidence, v)[0] // same ends, same relation: one edge
	}
	slices.SortStableFunc(lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(b.Edge.Claims, a.Edge.Claims), cmp.Compare(a.Other.Name, b.Other.Name))
	})
	return lines
}

// otherEnd gives the far end of a claim and whether it reads backward from the
// entity; nil when the entity is at neither end.
func otherEnd(id string, claim graph.Evidence, symmetric bool) (other *graph.Ref, backward bool) {
	switch id {
	case claim.From.ID:
		return &claim.To, false
	case claim.To.ID:
		return &claim.From, !symmetric
	}
	return nil, false
}
