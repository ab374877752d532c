// Package pages draws the web app's pages: one template a page, each complete
// without JavaScript, around one layout. A template is given the type of the same
// name from package web; what it may call beside that is in funcs.go.
package pages

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"sync"
)

//go:embed *.html
var files embed.FS

// shared are the files that every page is parsed with: the layout and the parts
// that several pages draw.
var shared = []string{"layout.html", "parts.html", "claims.html", "island.html", "tools.html", "outline.html"}

// Names lists the pages that Render can draw.
var Names = []string{
	"home", "search", "map", "follow", "pack", "views", "view", "rules", "entity", "edge",
	"documents", "document", "console", "guide", "behind", "problem",
}

// templates are parsed once. They are embedded, so a fault in one is a fault of
// the build, which the first test that draws any page finds.
var templates = sync.OnceValues(func() (map[string]*template.Template, error) { return parse(files) })

func parse(from fs.FS) (map[string]*template.Template, error) {
	base, err := template.New("").Funcs(funcs).ParseFS(from, shared...)
	if err != nil {
		return nil, err
	}
	pages := map[string]*template.Template{}
	for _, name := range Names {
		page, err := base.Clone()
		if err != nil {
			return nil, err
		}
		if pages[name], err = page.ParseFS(from, name+".html"); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// Render draws the page of that name (home, entity …) with its data. Nothing is
// written unless all of the page could be drawn.
func Render(w io.Writer, name string, data any) error {
	pages, err := templates()
	if err != nil {
		return err
	}
	page, ok := pages[name]
	if !ok {
		return fmt.Errorf("pages: there is no page %q", name)
	}
	var text bytes.Buffer
	if err := page.ExecuteTemplate(&text, "layout", data); err != nil {
		return err
	}
	_, err = text.WriteTo(w)
	return err
}
