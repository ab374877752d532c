package workbook

import (
	"slices"
	"strconv"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// head is a cell of leads, with the partnership it stands beside.
type head struct {
	row                   row
	code, id, name, cells string
}

// people reads all leads, once all bodies are known.
func (r *reader) people() {
	for _, h := range r.heads {
		if strings.EqualFold(h.cells, "tbc") {
			r.Reject(r.leads, h.row.at, leadColumn, "%q: %s had no lead yet", h.cells, h.name)
			continue
		}
		leads, unread := leadsOf(h.cells)
		for range unread {
			r.Reject(r.leads, h.row.at, leadColumn, "cannot be read as name, role and organisation") // not repeated: it may hold an address
		}
		for _, l := range leads {
			r.leads.Use()
			r.lead(h, l)
		}
	}
}

// lead claims that a person leads a partnership and where the post is held. The
// person is a new entity: the same name elsewhere may be another person.
func (r *reader) lead(h head, l lead) {
	id := source.Slug(l.name) + "-" + strings.ToLower(h.code)
	person := graph.Entity{ID: id, Name: l.name, Kinds: []string{"Person"}, Note: "As named in the partnership workbook of 2019."}
	if l.styled != l.name {
		person.Aliases = []string{l.styled}
	}
	r.describe(person)
	claimID := "stp-2019-" + h.code + "-lead-" + source.Slug(l.name)
	leads, note := h.id, ""
	if l.of != "" {
		leads = r.describe(graph.Entity{ID: source.Slug(l.of), Name: l.of, Kinds: []string{"IntegratedCareSystem"}})
		r.claim(h.row, "stp-2019-"+h.code+"-part-"+leads, leads, "PART_OF", h.id, "", l.styled, "Inferred: its lead is named among those of the partnership.")
		r.Claims[len(r.Claims)-1].Status = graph.Reported
		note = "The cell names the part of the partnership."
	}
	r.claim(h.row, claimID, id, "LEADS", leads, l.role, l.styled, note)
	for i, body := range l.bodies {
		at := r.body(h, body)
		if at == h.id {
			continue // a post at the partnership itself is the lead
		}
		r.claim(h.row, claimID+"-post-"+strconv.Itoa(i+1), id, "HOLDS_POST_AT", at, l.role, l.styled, "")
		if l.uncertain {
			last := &r.Claims[len(r.Claims)-1]
			last.Status, last.Note = graph.Reported, "The cell puts a question mark behind it."
		}
	}
	r.namesakes(h, id, l)
}

// namesakes claims that people of the same name in other sources may be the same.
func (r *reader) namesakes(h head, id string, l lead) {
	for _, other := range r.known.Named(l.name) {
		if !isA(other, "Person") || other.ID == id {
			continue
		}
		here := strings.TrimPrefix(l.role+", "+strings.Join(l.bodies, ", "), ", ")
		note := "The same name, and nothing in the workbook that rules it out. Here: " + strings.TrimSuffix(here, ", ") + " (lead of " + h.name + ")."
		if other.Note != "" {
			note += " There: " + other.Note
		}
		r.claim(h.row, "stp-2019-"+h.code+"-namesake-"+other.ID, other.ID, "POSSIBLY_SAME_AS", id, "", l.styled, note)
		r.Claims[len(r.Claims)-1].Status = graph.Reported
	}
}

// body finds the organisation of a post among the partnership itself, the partners
// of all partnerships, the hidden sheets and other sources; else it is described
// by the name alone.
func (r *reader) body(h head, name string) string {
	if plainPartnership(name) == plainPartnership(h.name) {
		return h.id
	}
	if found := r.loose[loose(name)]; found != "" {
		return found
	}
	if e, ok := r.listed[loose(name)]; ok {
		return r.describe(e)
	}
	if strings.HasSuffix(name, " CCG") {
		return r.describe(groupEntity(name, "", ""))
	}
	return r.describe(graph.Entity{ID: source.Slug(name), Name: name, Kinds: []string{otherKind(name)}, Note: "Named in the partnership workbook as where a lead holds a post."})
}

// loose is what spellings of a body in this workbook have in common.
func loose(name string) string {
	var words []string
	for word := range strings.FieldsSeq(source.Fold(name)) {
		switch word {
		case "and", "of", "the", "nhs":
		default:
			words = append(words, word)
		}
	}
	slices.Sort(words) // Colchester University Hospital, Colchester Hospital University
	return strings.Join(words, " ")
}
