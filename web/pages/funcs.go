package pages

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"

	"mapper/graph"
)

// funcs are what a template may call.
var funcs = template.FuncMap{
	"link":          Link,
	"address":       Address,
	"console":       Console,
	"others":        others,
	"bare":          bare,
	"without":       without,
	"statuses":      func() []graph.Status { return graph.Statuses },
	"statusLabel":   statusLabel,
	"statusMeaning": statusMeaning,
	"plural":        plural,
	"number":        number[int],
	"number64":      number[int64],
	"words":         graph.Span.Words,
	"nodes":         nodes,
	"cell":          cell,
	"input":         input,
	"has":           has,
	"list":          list,
	"dict":          dict,
	"json":          data,
	"head":          head,
	"over":          over,
	"rest":          func(all, shown, n int) int { return max(0, all-min(shown, n)) },
	"params":        params,
	"spaced":        spaced,
	"clip":          clip,
	"state":         state,
	"mode":          mode,
	"share":         share,
	"fill":          fill,
	"outline":       outline,
	"changeLabel":   func(c graph.Change) string { return changeLabels[c] },
	"query":         queryOf,
}

// statusLabels say how firmly a claim is made, for a reader.
var statusLabels = map[graph.Status]string{
	graph.Stated:   "Stated as fact",
	graph.Reported: "Reported",
	graph.Planned:  "Planned or expected",
	graph.Opinion:  "Opinion",
	graph.Denied:   "Denied",
}

// statusMeanings explain the labels.
var statusMeanings = map[graph.Status]string{
	graph.Stated:   "The document says so as a fact.",
	graph.Reported: "The document passes on what somebody says or writes.",
	graph.Planned:  "It is proposed, expected or required, and not yet so.",
	graph.Opinion:  "It is somebody’s judgement.",
	graph.Denied:   "Somebody says that it is not so.",
}

// statusLabel gives the words for a status, the status itself when unknown.
func statusLabel(s graph.Status) string {
	if label, ok := statusLabels[s]; ok {
		return label
	}
	return string(s)
}

// statusMeaning explains a status in a sentence, "" when unknown.
func statusMeaning(s graph.Status) string { return statusMeanings[s] }

// plural counts things: "1 claim", "2,310 claims".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// number writes a whole number with commas between thousands.
func number[N int | int64](n N) string {
	digits := strconv.FormatInt(int64(n), 10)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// has says whether a slice holds a value of the same text, for boxes to be ticked.
func has(slice, value any) bool {
	return slices.Contains(texts(slice), fmt.Sprint(value))
}

// texts gives the items of any slice as text, none for what is no slice.
func texts(slice any) []string {
	items := []string{}
	if v := reflect.ValueOf(slice); v.Kind() == reflect.Slice {
		for i := range v.Len() {
			items = append(items, fmt.Sprint(v.Index(i).Interface()))
		}
	}
	return items
}

// head gives at most the first n items of a slice.
func head(slice any, n int) any {
	v := reflect.ValueOf(slice)
	return v.Slice(0, min(n, v.Len())).Interface()
}

// over counts the items of a slice after the first n.
func over(slice any, n int) int { return max(0, reflect.ValueOf(slice).Len()-n) }

// list makes a slice of its arguments.
func list(items ...any) []any { return items }

// dict makes a map of its arguments, key and value in turn: how a page hands
// several things to a part.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("dict: the key %v has no value", pairs[len(pairs)-1])
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		key, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v is not a string and so no key", pairs[i])
		}
		m[key] = pairs[i+1]
	}
	return m, nil
}
