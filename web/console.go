package web

import (
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

// examples is how many statements the console offers to start from.
const examples = 8

// page is /console; the statement and its parameters (p.NAME) are in the address, so
// that an answer can be linked to.
func (c cypherConsole) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := c.site.page(r, "console", "Console")
	if err != nil {
		return err
	}
	page.Behind = false
	status, query := http.StatusOK, r.URL.Query()
	data := ConsolePage{
		Page:      page,
		Statement: strings.ReplaceAll(query.Get("q"), "\r\n", "\n"), // as forms send it
		Examples:  c.examples(),
		Keeps:     c.queries != nil && c.mayWrite(r) == nil,
		Seconds:   int(c.timeLimit.Seconds()),
		Rows:      c.rows,
	}
	if c.queries != nil {
		if data.Saved, err = c.queries.List(); err != nil {
			return err
		}
	}
	data.Formats = takeaways(query)
	data.Asks, data.Open = asks(data.Statement, query)
	if strings.TrimSpace(data.Statement) != "" && !data.Open {
		data.Result, err = c.graph.Console(r.Context(), graph.ConsoleQuery{
			Statement: data.Statement, Parameters: values(data.Asks), Limit: c.rows, Plan: true,
		})
	}
	if data.Result != nil && query.Get("format") != "" {
		return c.download(w, r, query.Get("format"), data.Result)
	}
	if p := problemFor(err); p != nil {
		data.Result, data.Problem, status = nil, p.logged(r.Context()), p.Status
	} else if err != nil {
		return err
	}
	return c.show(w, status, "console", data)
}

// download answers with the rows, or the graph that they hold, in a format: an address
// that other programs can read.
func (c cypherConsole) download(w http.ResponseWriter, r *http.Request, format string, result *graph.Result) error {
	f, err := forms.Find(format)
	if err != nil {
		return err
	}
	write, err := c.writing(f, result)
	if err != nil {
		return err
	}
	c.site.send(r.Context(), w, "answer", f, write)
	return nil
}

// takeaways gives the addresses of an answer in every format; those of graphs are of use
// only where the answer holds entities.
func takeaways(query url.Values) []Download {
	var all []Download
	for _, f := range listed(viewFormats) {
		address := maps.Clone(query)
		address.Set("format", f.Name)
		all = append(all, Download{f.Label, "/console?" + address.Encode(), f.NeedsGraph})
	}
	return all
}

// asks gives the parameters of a statement as its header declares them, with what the
// address gives for each, and whether one that is needed is missing.
func asks(statement string, query url.Values) (all []Asking, missing bool) {
	declared := cypher.Loose(statement)
	for _, name := range cypher.Parameters(statement) {
		one := Asking{Param: cypher.Param{Name: name}, Value: query.Get("p." + name)}
		if p := declared.Param(name); p != nil {
			one.Param = *p
		}
		missing = missing || one.Value == "" && !one.Optional
		all = append(all, one)
	}
	return all, missing
}

// values gives what was filled in; what no header speaks of is guessed.
func values(asks []Asking) map[string]any {
	all := map[string]any{}
	for _, one := range asks {
		if all[one.Name] = one.Value; one.Type == "" {
			all[one.Name] = cypher.Guess(one.Value)
		}
	}
	return all
}

// examples are the views that need nothing given: there is no better Cypher to
// start from than what answers the questions of the home page.
func (c cypherConsole) examples() []Example {
	var all []Example
	for _, view := range c.views {
		if len(view.Missing(nil)) == 0 && len(all) < examples {
			all = append(all, Example{view.Title, view.Question, view.Whole()})
		}
	}
	return all
}
