package web

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
)

// site is what all handlers share.
type site struct {
	log          *slog.Logger
	version      string
	views        []*cypher.Statement
	rules        []*cypher.Statement
	words        *vocabularies
	live         *answers
	maps         kept[graph.Subgraph] // those that nobody has chosen the entities of
	shelved      kept[graph.Sources]
	verdicts     kept[Verdict]
	asked        kept[*graph.Answer] // of views, by their parameters; nil for a long one
	long         sync.Map            // by name of a view with long answers, the version of the graph they were found in
	schemas      kept[*graph.Schema]
	queries      *cypher.Folder // nil where none are kept
	files        chan struct{}  // one for each file that is being written
	auth         *Auth
	listen       string
	allowedHosts []string
	timeLimit    time.Duration
	rows         int
	render       func(io.Writer, string, any) error
}

func newSite(o Options) *site {
	return &site{
		log:          o.Log,
		version:      o.Version,
		views:        o.Views,
		rules:        o.Rules,
		words:        &vocabularies{graph: o.Graph},
		live:         newAnswers(o.Graph),
		maps:         kept[graph.Subgraph]{most: 50},
		shelved:      kept[graph.Sources]{most: 1},
		verdicts:     kept[Verdict]{most: 200},
		asked:        kept[*graph.Answer]{most: 100},
		schemas:      kept[*graph.Schema]{most: 1},
		queries:      o.Queries,
		files:        make(chan struct{}, mostFiles),
		auth:         o.Auth,
		listen:       o.Listen,
		allowedHosts: o.AllowedHosts,
		timeLimit:    o.TimeLimit,
		rows:         o.Rows,
		render:       o.render,
	}
}

// page gives what every page is told: the day of the address and the vocabulary.
func (s *site) page(r *http.Request, section, title string) (Page, error) {
	p := Page{Title: title, Section: section, Path: r.URL.RequestURI(), Version: s.version, Behind: true}
	var err error
	if p.AsAt, err = (Dated{r.URL.Query().Get("as_at")}).day(); err != nil {
		return p, err
	}
	now, err := s.words.now(r.Context())
	if err != nil {
		return p, err
	}
	p.Words, p.Unfinished = &Words{now.vocabulary}, now.unfinished
	return p, nil
}

// show draws a page into memory first, so that a fault of a template is a clean
// problem and not half a page.
func (s *site) show(w http.ResponseWriter, status int, name string, data any) error {
	var text bytes.Buffer
	if err := s.render(&text, name, data); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = text.WriteTo(w) // fails only when the client is gone
	return nil
}

// handler makes a page's function, which returns its error, one for the router.
func (s *site) handler(page func(http.ResponseWriter, *http.Request, gin.Params) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := page(c.Writer, c.Request, c.Params); err != nil {
			s.fail(c.Writer, c.Request, err)
		}
	}
}

// fail answers with the problem that err is: a document for a program, a page for
// a person.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(err).logged(r.Context())
	if isForPrograms(r.URL.Path) || sentJSON(r) {
		w.Header().Set("Content-Type", p.ContentType(""))
		w.WriteHeader(p.Status)
		_ = json.NewEncoder(w).Encode(p) // fails only when the client is gone
		return
	}
	page := Page{Title: p.Title, Path: r.URL.RequestURI(), Version: s.version, Words: &Words{s.words.known()}}
	page.AsAt, _ = graph.ParseDay(r.URL.Query().Get("as_at")) // a wrong day may be the very problem
	if err := s.show(w, p.Status, "problem", ProblemPage{page, p.Status, p.Detail, p.Request}); err != nil {
		s.log.Error("the problem page cannot be drawn", "error", err)
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(p.Status)
		_, _ = io.WriteString(w, p.Title+"\n\n"+p.Detail+"\n") // fails only when the client is gone
	}
}

// isForPrograms says which addresses answer programs rather than people.
func isForPrograms(path string) bool {
	return strings.HasPrefix(path, "/api/") || path == "/api" || path == "/openapi.json" || path == "/healthz" || path == "/readyz"
}
