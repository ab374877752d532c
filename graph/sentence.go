package graph

import (
	"fmt"
	"strings"
)

// Sentence says a claim in words made from the vocabulary: "Monitor regulates
// NHS foundation trusts, 2004–2022." The role, the count and the dates are in it.
func (v *Vocabulary) Sentence(e Evidence) string {
	forward := strings.ToLower(strings.ReplaceAll(e.Relation, "_", " "))
	if r := v.Relation(e.Relation); r != nil {
		forward = r.Forward
	}
	text := e.From.Name + " " + forward + " "
	text += e.To.Name
	if e.Count > 1 {
		text += fmt.Sprintf(" (%d of them)", e.Count)
	}
	if e.Role != "" {
		text += " (" + e.Role + ")"
	}
	if dates := e.Span.Words(); dates != "" {
		text += ", " + dates
	}
	return text + "."
}
