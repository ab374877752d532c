package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
)

// cyphers answers /cypher?page=ADDRESS: the Cypher files that a page of the app asks,
// with the parameters that it asks them with. The page is asked once more while
// somebody listens, so that what is shown is what is sent.
type cyphers struct {
	*site
	router http.Handler
}

// household are statements that every page asks: the state of the graph and its words.
var household = []string{"version", "datasets", "ping"}

func (b cyphers) page(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	page, err := b.site.page(r, "", "The Cypher behind a page")
	if err != nil {
		return err
	}
	page.Behind = false
	address, err := ownPage(r.URL.Query().Get("page"))
	if err != nil {
		return err
	}
	ctx, heard := graph.Overhear(r.Context())
	inner, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return graph.Errorf(graph.Invalid, "%q is no address of a page here.", address)
	}
	inner.Host, inner.RemoteAddr = r.Host, r.RemoteAddr
	answer := &unseen{header: http.Header{}, status: http.StatusOK}
	b.router.ServeHTTP(answer, inner)
	data := BehindPage{Page: page, Of: address}
	for _, one := range heard.All() {
		if asked := behindOf(one); asked.Text != "" {
			data.Statements = append(data.Statements, asked)
		}
	}
	if answer.status >= 400 && len(data.Statements) == 0 {
		return newProblem(http.StatusNotFound, "There is no page at "+address+" that asks the graph anything.")
	}
	return b.show(w, http.StatusOK, "behind", data)
}

// ownPage checks that an address is that of a page of the app, and not of this one.
func ownPage(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") || isForPrograms(u.Path) ||
		u.Path == "/cypher" || u.Path == "/console" || strings.HasPrefix(u.Path, "/assets/") {
		return "", graph.Errorf(graph.Invalid, "page is the address of a page of the app, such as /entities/tda.")
	}
	return u.RequestURI(), nil
}

func behindOf(one graph.Asked) Behind {
	name := strings.TrimSuffix(path.Base(one.File), ".cypher")
	for _, known := range household {
		if name == known {
			return Behind{}
		}
	}
	statement := cypher.Loose(one.Text)
	asked := Behind{File: one.File, Title: statement.Title, Text: one.Text, Values: map[string]string{}, Times: one.Times}
	for key, value := range one.Parameters {
		if text := typed(value); text != "" {
			asked.Values[key] = text
		}
	}
	return asked
}

// typed gives a parameter as the console's form takes it.
func typed(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case graph.Day:
		return v.String()
	case bool, int, int64:
		return fmt.Sprint(v)
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

// unseen takes an answer that nobody reads.
type unseen struct {
	header http.Header
	status int
}

// Header gives the headers.
func (u *unseen) Header() http.Header { return u.header }

// Write drops what is written.
func (u *unseen) Write(p []byte) (int, error) { return len(p), nil }

// WriteHeader remembers the status.
func (u *unseen) WriteHeader(status int) { u.status = status }
