package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPackIsThatOfTheApp has evidence packs made here and there.
func TestPackIsThatOfTheApp(t *testing.T) {
	mapper(t, onServer(t, "load")...).want(t, 0)
	handler, dir := app(t), t.TempDir()
	picture, made := filepath.Join(dir, "map.svg"), regexp.MustCompile(`<time .*</time>`)
	svg := `<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>`
	if err := os.WriteFile(picture, []byte(svg), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		line []string
		body map[string]string
	}{
		{[]string{"--show", "tda", "--show", "monitor", "--as-at", "2017-01-01", "--title", "Two & more", "--picture", picture},
			map[string]string{"query": "as_at=2017-01-01&show=tda&show=monitor", "title": "Two & more", "svg": svg}},
		{[]string{"--kind", "Commissioner", "--status", "stated", "--links", "1", "--hide", "ods:X24"},
			map[string]string{"query": "hide=ods%3AX24&kind=Commissioner&links=1&status=stated", "title": ""}},
	} {
		body, _ := json.Marshal(tt.body)
		there := asking(t, handler, "POST", "/map/pack", string(body))
		here := mapper(t, onServer(t, append([]string{"pack", "--address", "http://localhost/"}, tt.line...)...)...)
		if here.code != 0 || here.err != "" {
			t.Errorf("%v: %d, %s", tt.line, here.code, here.err)
		}
		if diff := cmp.Diff(made.ReplaceAllString(there, ""), made.ReplaceAllString(here.out, "")); diff != "" {
			t.Errorf("%v (-there +here):\n%s", tt.line, diff)
		}
	}
	if o := mapper(t, onServer(t, "pack", "--show", "tda")...); o.code != 0 || strings.Contains(o.out, "The map’s address") || !strings.Contains(o.out, `id="evidence"`) {
		t.Errorf("without an address: %d, %s", o.code, o.err)
	}
	if err := os.WriteFile(picture, []byte("<svg><script/></svg>"), 0o600); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(dir, "evidence.html")
	mapper(t, onServer(t, "pack", "--picture", picture, "-o", kept)...).want(t, 2, "svg: ")
	if _, err := os.Stat(kept); err == nil {
		t.Error("a pack with a script was written")
	}
	mapper(t, onServer(t, "pack", "--picture", filepath.Join(dir, "none.svg"))...).want(t, 2, "none.svg")
}
