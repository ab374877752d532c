package cypher

import (
	"encoding/json"
	"slices"
	"strings"
)

// Loose reads what it can of the header of a statement that somebody is writing: a
// line that is no header line is a remark, and nothing has to be there. It never
// fails; Parse is for files that must be whole.
func Loose(text string) *Statement {
	s := &Statement{Params: []Param{}}
	lines := strings.Split(text, "\n")
	body := 0
	for body < len(lines) && strings.HasPrefix(lines[body], "//") {
		_ = s.header(body+1, strings.TrimSuffix(lines[body], "\r")) // a remark
		body++
	}
	s.Head = strings.Join(lines[:body], "\n")
	s.Text = strings.TrimSpace(strings.Join(lines[body:], "\n"))
	return s
}

// Bind converts parameters by what the statement's own header declares, as a view's
// are: a text for a date becomes a day, one for an integer a number, one for a list
// its parts. One that is declared as optional and left out is null; one that is needed
// and missing is an error. What the header does not speak of stays as it is, and so
// does what is no text.
func Bind(text string, given map[string]any) (map[string]any, error) {
	bound := make(map[string]any, len(given))
	for name, value := range given {
		bound[name] = value
	}
	used := Parameters(text)
	for _, p := range Loose(text).Params {
		written, isText := given[p.Name].(string)
		if !slices.Contains(used, p.Name) || given[p.Name] != nil && !isText || p.Type == "text" && written != "" {
			continue
		}
		value, err := p.read(strings.TrimSpace(written))
		if err != nil {
			return nil, err
		}
		bound[p.Name] = value
	}
	return bound, nil
}

// read converts a text as convert does, and takes JSON where the type is no plain one.
func (p Param) read(text string) (any, error) {
	if text != "" && (p.Type == "rows" || p.Type == "value" || p.Type == "list" && strings.HasPrefix(text, "[")) {
		return Guess(text), nil
	}
	return p.convert(text)
}

// Guess gives what a text means where nothing says what it should be: JSON where it
// is JSON (3, true, ["a"]), with whole numbers as integers, else the text itself.
func Guess(text string) any {
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return text
	}
	return Whole(value)
}

// Whole turns what JSON made a float back into the integer that was meant, however
// deep: Cypher takes no 5.0 where it wants a 5. A number that was read as a json.Number
// is whole whatever its size, where it is written so.
func Whole(value any) any {
	switch v := value.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64() // the decoder let it through
		return Whole(f)
	case float64:
		if whole := int64(v); v == float64(whole) && -1<<53 < whole && whole < 1<<53 {
			return whole
		}
	case []any:
		for i := range v {
			v[i] = Whole(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = Whole(v[key])
		}
	}
	return value
}
