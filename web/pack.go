package web

import (
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

// Bounds on an evidence pack.
const (
	packBody   = 16 << 20 // the picture of a large map is some megabytes
	packClaims = 5000
)

// PackRequest is what an evidence pack is made from.
type PackRequest struct {
	Query string `json:"query"` // of the map's address
	SVG   string `json:"svg"`   // the picture; "" for none
	Title string `json:"title"`
}

// pack is POST /map/pack: a page that stands alone, with the picture, the table, the
// outline, the sources and the question, to be kept as a file.
func (m atlas) pack(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	in, err := packOf(r)
	if err != nil {
		return err
	}
	values, err := url.ParseQuery(strings.TrimPrefix(in.Query, "?"))
	if err != nil {
		return graph.Errorf(graph.Invalid, "query: write it as it stands in the address of the map, after ?.").Because(err)
	}
	choice, err := choiceOf(values)
	if err != nil {
		return err
	}
	q, err := m.query(r.Context(), choice, overview)
	if err != nil {
		return err
	}
	page, err := m.site.page(r, "map", in.Title)
	if err != nil {
		return err
	}
	data, err := m.packed(r.Context(), page, Pack{q, in.Title, in.SVG, address(r, in.Query)})
	if err != nil {
		return err
	}
	name := mime.FormatMediaType("attachment", map[string]string{"filename": "evidence-" + fileName(q) + ".html"})
	w.Header().Set("Content-Disposition", name)
	return m.show(w, http.StatusOK, "pack", data)
}

// packOf reads the request, which a form or a program sent.
func packOf(r *http.Request) (*PackRequest, error) {
	in := &PackRequest{}
	if sentJSON(r) {
		decoder := json.NewDecoder(r.Body)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(in); err != nil {
			return nil, bodyProblem(err, "The body is not JSON with query, svg and title.")
		}
	} else {
		if err := r.ParseForm(); err != nil {
			return nil, bodyProblem(err, "The form cannot be read.")
		}
		in.Query, in.SVG, in.Title = r.PostForm.Get("query"), r.PostForm.Get("svg"), r.PostForm.Get("title")
	}
	if in.Title = strings.TrimSpace(in.Title); in.Title == "" {
		in.Title = "Map of relationships"
	}
	return in, Pack{Title: in.Title, SVG: in.SVG}.check()
}

func sentJSON(r *http.Request) bool {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return media == "application/json"
}

// bodyProblem keeps the error of a body that is too long.
func bodyProblem(err error, message string) error {
	if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
		return err
	}
	return graph.Errorf(graph.Invalid, "%s", message).Because(err)
}

// address gives the absolute address of a map.
func address(r *http.Request, query string) string {
	u := url.URL{Scheme: "http", Host: r.Host, Path: "/map", RawQuery: strings.TrimPrefix(query, "?")}
	if r.TLS != nil {
		u.Scheme = "https"
	}
	return u.String()
}
