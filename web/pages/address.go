package pages

import (
	"cmp"
	"net/url"
	"slices"

	"mapper/graph"
)

// Link gives the address of a page with the day that is being looked at: prefix
// as it stands ("/entities/"), then the id, escaped. A link that forgot the day
// would change the subject without saying so.
func Link(at graph.Day, prefix string, id ...string) string {
	for _, part := range id {
		prefix += url.PathEscape(part)
	}
	if !at.IsZero() {
		prefix += "?as_at=" + at.String()
	}
	return prefix
}

// Address gives a path with the day and further parameters, name and value in
// turn; those without a value are left out.
func Address(at graph.Day, path string, pairs ...string) string {
	query := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			query.Add(pairs[i], pairs[i+1])
		}
	}
	if !at.IsZero() {
		query.Set("as_at", at.String())
	}
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
}

// Console gives the address of a statement in the console, with its parameters.
func Console(at graph.Day, text string, values map[string]string) string {
	pairs := []string{"q", text}
	for name, value := range values {
		pairs = append(pairs, "p."+name, value)
	}
	return Address(at, "/console", pairs...)
}

// Field is one parameter of an address, as a hidden field of a form keeps it.
type Field struct{ Name, Value string }

// others gives the parameters of an address but for those named: what a form
// that sets the named ones must keep.
func others(address string, names ...string) []Field {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	var fields []Field
	for name, values := range u.Query() {
		if slices.Contains(names, name) {
			continue
		}
		for _, value := range values {
			fields = append(fields, Field{name, value})
		}
	}
	slices.SortStableFunc(fields, func(a, b Field) int { return cmp.Compare(a.Name, b.Name) })
	return fields
}

// bare gives an address without its parameters.
func bare(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "/"
	}
	return u.EscapedPath()
}

// queryOf gives the query of an address, without the question mark.
func queryOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.RawQuery
}

// without gives an address without the named parameters.
func without(address string, names ...string) string {
	query := url.Values{}
	for _, field := range others(address, names...) {
		query.Add(field.Name, field.Value)
	}
	if len(query) == 0 {
		return bare(address)
	}
	return bare(address) + "?" + query.Encode()
}
