package graph

// AsAt is the rule that every answer about a day rests on: something with the
// given span stands on day d if it had started by then and was not yet over.
// An unknown start or end counts as open; without a day everything stands. The
// same rule in Cypher is cypher/as-at.cypher; a test holds the two together.
func AsAt(span Span, d Day) bool {
	if d.IsZero() {
		return true
	}
	if first, known := span.Start.First(); known && first.After(d.Time()) {
		return false
	}
	over, ended := span.End.Over()
	return !ended || d.Time().Before(over)
}
