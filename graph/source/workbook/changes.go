package workbook

import (
	"regexp"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// into is the code that a closed one was merged into.
var into = regexp.MustCompile(`merged into (\w+)`)

// mergers reads what the change log says of partnerships that became one. Its other
// entries tell of partners, whose successions a list of their own gives.
func (r *reader) mergers(log *sheet) {
	count := r.Counting("closed partnerships")
	log.each(func(row row) {
		if !strings.Contains(strings.ToLower(row.text("Type of Change")), "closed") {
			return
		}
		code, name, on := row.text("STP Code"), row.text(nameColumn), row.date("Date")
		found := into.FindStringSubmatch(row.text("Details"))
		if found == nil || name == "" {
			r.Reject(count, row.at, "Details", "does not say what %s was merged into", code)
			return
		}
		successor := r.own.Code("ods:"+found[1], asOf)
		if successor == nil {
			r.Reject(count, row.at, "Details", "%s is none of the partnerships", found[1])
			return
		}
		count.Use()
		life := graph.Span{Start: "2016", End: on}
		id := r.describe(graph.Entity{ID: source.Slug(name), Name: name, Kinds: []string{"SustainabilityTransformationPartnership"},
			Codes: []graph.Code{{Scheme: "ods", Value: code, Span: life}}, Span: life, Note: "No legal body. Ended by the change log's date."})
		r.Claims = append(r.Claims, graph.Claim{ID: "stp-2019-" + code + "-merged", From: id, Relation: "SUCCEEDED_BY", To: successor.ID,
			Span: graph.Span{Start: on}, Status: graph.Stated, Document: Document.ID, Locator: row.locator(), Phrase: found[0],
			Note: "The day is that of the entry in the change log; partnerships are no legal bodies."})
	})
}
