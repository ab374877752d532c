package odscsv

import (
	"strings"

	"mapper/graph"
	"mapper/graph/source/ods"
)

// party is another body or area that rows name by its code.
type party struct {
	code                         string
	area                         string // id of the area of that code
	standing                     string // the bearer of the code on the day of the release
	lies, commissioned, operated string // ends of the ids of claims
	given                        bool   // the area has been described
}

// party finds what is known of the code in a column; there are few beside the
// number of rows, and mostly it is that of the row before.
func (r *reader) party(col column) *party {
	code := r.row.at(col)
	if p := r.near[col]; p != nil && p.code == code {
		return p
	}
	p := r.parties[code]
	if p == nil {
		code = strings.Clone(code)
		p = &party{code: code, area: ods.AreaID(code), standing: ods.Ref(code, r.day),
			lies: "-area-" + code, commissioned: "-commissioned-" + code, operated: "-operated-" + code}
		r.parties[code] = p
	}
	r.near[col] = p
	return p
}

// give gives the sink what a row says.
func (r *reader) give() error {
	r.bodies = r.record.AppendBodies(r.bodies[:0])
	for i := range r.bodies {
		r.bodies[i].Place = r.at
		if err := r.to.Entity(&r.bodies[i]); err != nil {
			return err
		}
	}
	id := r.bodies[len(r.bodies)-1].ID // the roles have no dates here, so the row tells of the last
	if err := r.dealings(id, r.term); err != nil {
		return err
	}
	if err := r.liesIn(id, geography, "High level health geography of official files."); err != nil {
		return err
	}
	if r.row.at(grouping) == r.row.at(geography) {
		return nil
	}
	return r.liesIn(id, grouping, "National grouping of official files.")
}

// liesIn gives the area in which a body lies. The report does not say since when.
func (r *reader) liesIn(id string, col column, note string) error {
	if r.row.at(col) == "" {
		return nil
	}
	p := r.party(col)
	if !p.given {
		p.given = true
		area := ods.Area(p.code, "")
		area.Note, area.Place = note, r.at
		if err := r.to.Entity(&area); err != nil {
			return err
		}
	}
	return r.say(id, "LOCATED_IN", p.area, p.lies, graph.Span{}, p)
}

// dealings gives who commissions a body, and who runs it where that is somebody
// else. The joining day is that of the provider or purchaser in column 24: where that
// is somebody else, it may be years before there was such a commissioner.
func (r *reader) dealings(id string, span graph.Span) error {
	by, run := r.row.at(commissioner), r.row.at(provider)
	if !r.deals || run == r.row.at(geography) || run == r.row.at(grouping) || run == r.record.Code {
		run = ""
	}
	if by != "" {
		p, its := r.party(commissioner), span
		if run != "" && run != by {
			its.Start = ""
		}
		if err := r.say(r.bearer(p, its), "COMMISSIONS", id, p.commissioned, its, p); err != nil {
			return err
		}
	}
	if run == "" || run == by {
		return nil
	}
	p := r.party(provider)
	return r.say(r.bearer(p, span), "OPERATES", id, p.operated, span, p)
}

// bearer refers to whoever bears a code while a relation stands.
func (r *reader) bearer(p *party, span graph.Span) string {
	if day := ods.During(span, r.day); day != r.day {
		return ods.Ref(p.code, day)
	}
	return p.standing
}

// say gives one claim. Its id and locator hold codes and no row number, so that the
// next release says the same in the same words.
func (r *reader) say(from, relation, to, id string, span graph.Span, p *party) error {
	r.claim = graph.Claim{ID: r.words.join(r.record.Code, id), From: from, Relation: relation, To: to, Span: span, Status: graph.Stated,
		Document: r.document, Locator: r.record.Code, Phrase: p.code, Place: r.at}
	if r.now == proposed {
		r.claim.Status = graph.Planned
	}
	return r.to.Claim(&r.claim)
}
