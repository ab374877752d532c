package web

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"mapper/graph"
)

// huma has no setting of an API for what its errors look like, only these
// variables of the package.
func init() {
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return humaProblem(status, message, errs)
	}
	huma.NewErrorWithContext = func(c huma.Context, status int, message string, errs ...error) huma.StatusError {
		return humaProblem(status, message, errs).logged(c.Context())
	}
	huma.DefaultArrayNullable = false // filled sees to it
	validation.MsgExpectedRFC3339Date = "not a day: write YYYY-MM-DD"
}

// humaProblem makes a problem of what huma found wrong, or of the error that a
// handler returned, which huma hands on as a 500.
func humaProblem(status int, message string, errs []error) *Problem {
	if status == http.StatusInternalServerError && len(errs) > 0 {
		return problemOf(errs[0])
	}
	if status == http.StatusUnprocessableEntity {
		status = http.StatusBadRequest // 422 is for a statement that does not parse
	}
	p := newProblem(status, message)
	if status >= 500 {
		p.Detail = cmp.Or(faults[status], faults[http.StatusInternalServerError])
	}
	var details []string
	for _, err := range errs {
		detail := &huma.ErrorDetail{}
		if d, ok := err.(huma.ErrorDetailer); ok {
			*detail = *d.ErrorDetail()
		} else if err != nil {
			detail.Message = err.Error()
		}
		p.Errors = append(p.Errors, detail)
		details = append(details, inWords(detail))
	}
	if len(details) > 0 && status < 500 {
		p.Detail = strings.Join(details, "; ")
	}
	return p
}

// inWords says what is wrong with one part of the input. Of a body the value is
// dropped: it can be all of it.
func inWords(d *huma.ErrorDetail) string {
	place, inQuery := strings.CutPrefix(d.Location, "query.")
	if value := fmt.Sprint(d.Value); !inQuery || len(value) > 80 {
		d.Value = nil
	} else if d.Value != nil && value != "" {
		place += "=" + value
	}
	if place == "" {
		return d.Message
	}
	return place + ": " + d.Message
}

// checkQuery refuses a parameter that the route does not know, since a mistyped
// as_at would otherwise answer another question than was asked.
func checkQuery(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		u := c.URL()
		if err := queryOf(u.RawQuery, c.Operation().Parameters); err != nil {
			_ = huma.WriteErr(api, c, http.StatusInternalServerError, "", err) // humaProblem finds the status
			return
		}
		next(c)
	}
}

func queryOf(raw string, known []*huma.Param) error {
	given, err := url.ParseQuery(raw)
	if err != nil {
		return graph.Errorf(graph.Invalid, "The part of the address after ? cannot be read: write it as name=value&name=value, escaped.").Because(err)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		i := slices.IndexFunc(known, func(p *huma.Param) bool { return p.In == "query" && p.Name == name })
		switch {
		case i < 0:
			return graph.Errorf(graph.Invalid, "There is no parameter %q here; %s.", name, possible(known))
		case slices.Contains(given[name], ""):
			return graph.Errorf(graph.Invalid, "The parameter %s is empty: give it a value, or leave it out.", name)
		case len(given[name]) > 1 && known[i].Schema.Type != huma.TypeArray:
			return graph.Errorf(graph.Invalid, "The parameter %s is given %d times and means one thing only: give it once.", name, len(given[name]))
		}
	}
	return nil
}

func possible(known []*huma.Param) string {
	var names []string
	for _, p := range known {
		if p.In == "query" {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return "this route takes none"
	}
	return "this route takes " + strings.Join(names, ", ")
}
