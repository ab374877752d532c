package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

type library interface {
	Documents(context.Context) (graph.Sources, error)
	Document(ctx context.Context, id string, skip, limit int) (*graph.Reading, error)
}

// documents answers /api/documents, /api/documents/{id} and the pages of the same names.
type documents struct {
	*site
	graph library
}

type documentsInput struct {
	Paging
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"500" example:"500" doc:"how many at most"`
}

func (in *documentsInput) part() (skip, limit int) { return in.Skip, in.Limit }

func (d documents) list(ctx context.Context, in *documentsInput) (graph.Sources, error) {
	all, err := d.sources(ctx, d.graph)
	if err != nil {
		return all, err
	}
	items := all.Items[min(in.Skip, len(all.Items)):]
	items = items[:min(in.Limit, len(items))]
	some := graph.Sources{Items: items, Shown: graph.Shown{Shown: len(items), Total: all.Total}}
	if len(items) < all.Total {
		some.Why = "a part at a time: ask for the next with skip"
	}
	return some, nil
}

// sources lists all documents: what each says is counted once for a state of the graph.
func (s *site) sources(ctx context.Context, g library) (graph.Sources, error) {
	now, err := s.words.now(ctx)
	if err != nil {
		return graph.Sources{}, err
	}
	return s.shelved.get(ctx, now.version, "all", g.Documents)
}

type documentInput struct {
	ID string `path:"id" maxLength:"200" example:"nhs-voices-five-factors" doc:"id of the document"`
	Paging
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"500" example:"500" doc:"how many of its claims at most"`
}

func (in *documentInput) part() (skip, limit int) { return in.Skip, in.Limit }

func (d documents) read(ctx context.Context, in *documentInput) (*graph.Reading, error) {
	return d.graph.Document(ctx, in.ID, in.Skip, in.Limit)
}

func (d documents) index(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := d.site.page(r, "documents", "Documents")
	if err != nil {
		return err
	}
	sources, err := d.sources(r.Context(), d.graph)
	if err != nil {
		return err
	}
	return d.show(w, http.StatusOK, "documents", DocumentsPage{page, sources})
}

func (d documents) page(w http.ResponseWriter, r *http.Request, params gin.Params) error {
	page, err := d.site.page(r, "documents", "")
	if err != nil {
		return err
	}
	reading, err := d.graph.Document(r.Context(), params.ByName("id"), 0, readingLimit)
	if err != nil {
		return err
	}
	page.Title = reading.Title
	return d.show(w, http.StatusOK, "document", DocumentPage{page, reading, paragraphs(reading)})
}

// readingLimit is how many claims of a document its page holds.
const readingLimit = 500

// paragraphs groups claims by where they stand, in the order of the document, with
// the paragraphs that nothing is claimed from; claims of which no place is known
// come last.
func paragraphs(reading *graph.Reading) []Paragraph {
	var all []Paragraph
	at := func(locator string) *Paragraph {
		i := slices.IndexFunc(all, func(p Paragraph) bool { return p.Locator == locator })
		if i < 0 {
			i = len(all)
			all = append(all, Paragraph{Locator: locator})
		}
		return &all[i]
	}
	for n := range reading.Paragraphs {
		at(fmt.Sprintf("¶%d", n+1))
	}
	for _, p := range reading.Passed {
		at(p.Locator).Passed = p.Reason
	}
	for _, claim := range reading.Evidence {
		p := at(claim.Locator)
		p.Evidence = append(p.Evidence, claim)
	}
	slices.SortStableFunc(all, func(a, b Paragraph) int {
		if a.Locator == "" || b.Locator == "" {
			return cmp.Compare(len(b.Locator), len(a.Locator))
		}
		return natural(a.Locator, b.Locator)
	})
	return all
}

// natural compares texts as a person orders them: ¶2 before ¶10.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, y := chunk(a), chunk(b)
		order := cmp.Compare(x, y)
		if isDigit(x[0]) && isDigit(y[0]) {
			p, q := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			order = cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q))
		}
		if order != 0 {
			return order
		}
		a, b = a[len(x):], b[len(y):]
	}
	return cmp.Compare(len(a), len(b))
}

// chunk gives the digits that a text starts with, or what stands before the first.
func chunk(text string) string {
	for i := range len(text) {
		if isDigit(text[i]) != isDigit(text[0]) {
			return text[:i]
		}
	}
	return text
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
