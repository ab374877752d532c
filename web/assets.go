package web

import (
	"embed"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
)

//go:embed all:dist
var dist embed.FS

// asset is one file of the built bundle: what is in web/dist/assets is served
// under /assets/, the rest under /.
type asset struct {
	path   string
	media  string
	tag    string
	text   []byte
	zipped func() []byte // compressed once, when first asked for
}

// bundle reads the built bundle. Names that begin with a dot are not served.
func bundle() ([]asset, error) {
	var all []asset
	root, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	return all, fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		all = append(all, newAsset("/"+name, text))
		return nil
	})
}

// media are the types that not every system's own list has.
var media = map[string]string{
	".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
	".json": "application/json", ".map": "application/json", ".wasm": "application/wasm", ".woff2": "font/woff2",
	".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8", ".ico": "image/x-icon",
}

func newAsset(name string, text []byte) asset {
	a := asset{path: name, text: text, tag: etag(text), media: media[path.Ext(name)]}
	if a.media == "" {
		a.media = mime.TypeByExtension(path.Ext(name))
	}
	a.zipped = sync.OnceValue(func() []byte { return zipped(text) })
	return a
}

// serve answers with the file. Its name stays the same when its content changes,
// so a browser asks each time, and is answered in no bytes when it has it.
func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.media)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", a.tag)
	text := a.text
	typ, _, _ := mime.ParseMediaType(a.media)
	if len(text) >= minGzip && takesGzip(r) && compressible(typ) {
		h.Set("Content-Encoding", "gzip")
		text = a.zipped()
	}
	_, _ = w.Write(text) // fails only when the client is gone
}
