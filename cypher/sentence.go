package cypher

import (
	"fmt"
	"regexp"
	"strings"

	"mapper/graph"
)

// placeholder is {what} or {what|one thing|several things}, where what is rows,
// as_at, first.COLUMN, sum.COLUMN or a parameter's name.
var placeholder = regexp.MustCompile(`\{([a-z0-9_.]+)(?:\|([^|{}]*)\|([^|{}]*))?\}`)

// checkSentences holds the placeholders of answer and empty against the columns.
func (s *Statement) checkSentences() error {
	for key, text := range map[string]string{"answer": s.Answer, "empty": s.Empty} {
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			of, column, dotted := strings.Cut(m[1], ".")
			ok := m[1] == "rows" || m[1] == "as_at" || s.Param(m[1]) != nil ||
				dotted && (of == "first" || of == "sum") && s.columnAt(column) >= 0
			if !ok {
				return s.wrong(0, "%s: {%s} is none of rows, as_at, first.COLUMN, sum.COLUMN or a parameter", key, m[1])
			}
		}
		if rest := placeholder.ReplaceAllString(text, ""); strings.ContainsAny(rest, "{}") {
			return s.wrong(0, "%s: a brace is not part of a placeholder", key)
		}
	}
	return nil
}

// Sentence gives the answer in words: the header's answer filled in from the
// table, or its empty sentence when there are no rows.
func (s *Statement) Sentence(t graph.Table, given map[string]string) string {
	text := s.Answer
	if t.Total == 0 {
		if text = s.Empty; text == "" {
			text = "Nothing in the graph answers this{as_at}."
		}
	} else if text == "" {
		text = "{rows|row|rows}{as_at}."
	}
	return placeholder.ReplaceAllStringFunc(text, func(found string) string {
		m := placeholder.FindStringSubmatch(found)
		value := s.fill(m[1], t, given)
		if !strings.Contains(found, "|") {
			return fmt.Sprint(value)
		}
		if fmt.Sprint(value) == "1" {
			return "1 " + m[2]
		}
		return fmt.Sprint(value, " ", m[3])
	})
}

// fill gives what one placeholder stands for.
func (s *Statement) fill(what string, t graph.Table, given map[string]string) any {
	of, column, _ := strings.Cut(what, ".")
	switch of {
	case "rows":
		return t.Total
	case "as_at":
		if day, err := graph.ParseDay(given["as_at"]); err == nil && !day.IsZero() {
			return " as at " + day.Words()
		}
		return ""
	case "first":
		if len(t.Rows) == 0 {
			return ""
		}
		at := s.columnAt(column)
		if word, ok := t.Rows[0][at].(string); ok && s.Columns[at].Type == "status" {
			return graph.Status(word).Words()
		}
		return inWords(t.Rows[0][at])
	case "sum":
		var sum int64
		for _, row := range t.Rows {
			if n, ok := row[s.columnAt(column)].(int64); ok {
				sum += n
			}
		}
		return sum
	}
	return given[what]
}

// inWords gives a cell as it reads in a sentence.
func inWords(cell any) string {
	switch v := cell.(type) {
	case nil:
		return "unknown"
	case graph.Ref:
		return v.Name
	case []graph.Ref:
		names := make([]string, len(v))
		for i, ref := range v {
			names[i] = ref.Name
		}
		return strings.Join(names, ", ")
	case []graph.ClaimRef:
		return fmt.Sprint(len(v))
	}
	return fmt.Sprint(cell)
}
