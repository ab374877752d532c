package web

import (
	"io"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"mapper/graph"
)

func TestExport(t *testing.T) {
	f := &fake{}
	app := serve(t, f)
	w := ask(app, "GET", "/api/export?format=graphml&as_at=2021-04-01", "")
	if w.Code != 200 || w.Header().Get("Content-Disposition") != `attachment; filename="graph-2021-04-01.graphml"` || !strings.Contains(w.Body.String(), `<node id="ods:RRV">`) || f.exported.Part {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	if w := ask(app, "GET", "/api/export?format=ndjson&around=tda&hops=2", ""); w.Code != 200 || !f.exported.Part || f.exported.Entities[0] != "tda" {
		t.Errorf("around: %d %+v", w.Code, f.exported)
	}
	if w := ask(app, "GET", "/api/views/per-trust?format=gexf", ""); w.Code != 200 || len(f.exported.Entities) != 2 {
		t.Errorf("of a view: %d %+v", w.Code, f.exported)
	}
	for address, detail := range map[string]string{
		"/api/export?format=table": "ftm",
		"/api/export":              "format",
		"/api/export?format=csv&around=a&view=per-trust": "give one of them",
		"/api/export?format=csv&view=per-trust&p=x":      "key=value",
		"/api/export?format=csv&p=as_at=2021-04-01":      "name the view",
		"/api/views/per-trust?format=gexf&limit=5":       "leave it out",
		"/api/export?format=csv&as_at=2021":              "not a day",
	} {
		if w := ask(app, "GET", address, ""); w.Code != 400 || !strings.Contains(w.Body.String(), detail) {
			t.Errorf("%s: %d %s", address, w.Code, w.Body)
		}
	}
}

// TestExportBreaksOff has an export fail: a short one is a problem, a long one is cut.
func TestExportBreaksOff(t *testing.T) {
	f := &fake{rowErr: graph.Errorf(graph.Conflict, "the graph was loaded into")}
	app := serve(t, f)
	if w := ask(app, "GET", "/api/export?format=ndjson", ""); w.Code != 409 || !strings.Contains(w.Body.String(), "loaded into") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	f.nodes = 300_000
	server := httptest.NewServer(app)
	defer server.Close()
	response, err := server.Client().Get(server.URL + "/api/export?format=ndjson")
	if err == nil {
		_, err = io.Copy(io.Discard, response.Body)
		response.Body.Close()
	}
	if err == nil {
		t.Error("half a file looks whole")
	}
}

// TestExportNeedsNoMemory serves a million rows in hardly more memory than ten thousand.
func TestExportNeedsNoMemory(t *testing.T) {
	for _, format := range []string{"csv", "parquet", "xlsx", "gexf", "ftm"} {
		f := &fake{}
		server := httptest.NewServer(serve(t, f))
		peak := func(nodes int) uint64 {
			f.nodes = nodes
			response, err := server.Client().Get(server.URL + "/api/export?format=" + format)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			runtime.GC()
			var most uint64
			piece := make([]byte, 1<<16)
			for n := 0; ; n++ {
				_, err := response.Body.Read(piece)
				if n%20 == 0 {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					most = max(most, m.HeapInuse)
				}
				if err != nil {
					break
				}
			}
			return most
		}
		few, many := peak(10_000), peak(400_000)
		server.Close()
		t.Logf("%s: %d MB for ten thousand, %d MB for four hundred thousand", format, few>>20, many>>20)
		if many > few+48<<20 {
			t.Errorf("%s: %d MB for ten thousand, %d MB for four hundred thousand", format, few>>20, many>>20)
		}
	}
}
