package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

// examples is how many statements the console offers to start from.
const examples = 8

// page is /console; the statement is in the address, so that it can be linked to.
func (c cypherConsole) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := c.site.page(r, "console", "Console")
	if err != nil {
		return err
	}
	status := http.StatusOK
	data := ConsolePage{
		Page:      page,
		Statement: r.URL.Query().Get("q"),
		Examples:  c.examples(),
		Seconds:   int(c.timeLimit.Seconds()),
		Rows:      c.rows,
	}
	if strings.TrimSpace(data.Statement) != "" {
		data.Result, err = c.graph.Console(r.Context(), graph.ConsoleQuery{
			Statement: data.Statement, Parameters: c.unset(), Limit: c.rows,
		})
	}
	if p := problemFor(err); p != nil {
		data.Result, data.Problem, status = nil, p.logged(r.Context()).Detail, p.Status
	} else if err != nil {
		return err
	}
	return c.show(w, status, "console", data)
}

// examples are the views that need nothing given: there is no better Cypher to
// start from than what answers the questions of the home page.
func (c cypherConsole) examples() []Example {
	var all []Example
	for _, view := range c.views {
		if len(view.Missing(nil)) == 0 && len(all) < examples {
			all = append(all, Example{view.Title, view.Text})
		}
	}
	return all
}

// unset gives null for every parameter that a view may be without, so that a
// view's Cypher runs in the console as it stands.
func (c cypherConsole) unset() map[string]any {
	parameters := map[string]any{}
	for _, view := range c.views {
		for _, p := range view.Params {
			parameters[p.Name] = nil
		}
	}
	return parameters
}
