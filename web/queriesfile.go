package web

import (
	"bytes"
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"mapper/cypher"
	"mapper/graph"
	"mapper/web/pages"
)

type importInput struct {
	RawBody []byte `contentType:"application/zip"`
}

func (q queries) unpack(ctx context.Context, in *importInput) (list[cypher.Saved], error) {
	folder, err := q.folder(ctx)
	if err != nil {
		return list[cypher.Saved]{}, err
	}
	texts, err := cypher.Unzip(in.RawBody)
	if err != nil {
		return list[cypher.Saved]{}, err
	}
	if err := folder.Put(texts); err != nil {
		return list[cypher.Saved]{}, err
	}
	return q.list(ctx, nil)
}

func (q queries) pack(context.Context, *struct{}) (*viewOutput, error) {
	folder, err := q.readable()
	if err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	if err := folder.Zip(&archive); err != nil {
		return nil, err
	}
	return &viewOutput{"application/zip", `attachment; filename="queries.zip"`, archive.Bytes()}, nil
}

// keep is POST /queries with q, title, name and replace: the console's form for whoever
// has no JavaScript. It leads to the query that was saved.
func (q queries) keep(w http.ResponseWriter, r *http.Request, _ gin.Params) error {
	if err := q.mayWrite(r); err != nil {
		return err
	}
	folder, err := q.readable()
	if err != nil {
		return err
	}
	if err := r.ParseForm(); err != nil {
		return graph.Errorf(graph.Invalid, "The form cannot be read: %v", err)
	}
	name, text := r.PostFormValue("name"), strings.ReplaceAll(r.PostFormValue("q"), "\r\n", "\n")
	if _, err := folder.Get(name); err == nil && r.PostFormValue("replace") == "" {
		return graph.Errorf(graph.Conflict, "There is a saved query %q already: go back and choose another name, or tick Replace.", name)
	}
	file, err := cypher.Draft{Name: name, Title: r.PostFormValue("title"), Columns: cypher.Loose(text).Columns}.File(text)
	if err != nil {
		return err
	}
	if err := folder.Put(map[string]string{name: file}); err != nil {
		return err
	}
	http.Redirect(w, r, "/queries/"+name, http.StatusSeeOther)
	return nil
}

// page is /queries/{name}: it leads to the query in the console, so that it has a
// short address to be shared.
func (q queries) page(w http.ResponseWriter, r *http.Request, params gin.Params) error {
	folder, err := q.readable()
	if err != nil {
		return err
	}
	one, err := folder.Get(params.ByName("name"))
	if err != nil {
		return err
	}
	http.Redirect(w, r, pages.Console(graph.Day{}, one.Text, nil), http.StatusFound)
	return nil
}
