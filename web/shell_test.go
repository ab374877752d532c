package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/bcrypt"

	"mapper/graph"
)

func TestHeaders(t *testing.T) {
	app := serve(t, &fake{})
	for _, target := range []string{"/api/documents", "/documents", "/none", "/api/none", "/documents/"} {
		h := ask(app, "GET", target, "").Header()
		if h.Get("Content-Security-Policy") != policy || h.Get("X-Content-Type-Options") != "nosniff" ||
			h.Get("Referrer-Policy") != "same-origin" || h.Get("Cross-Origin-Opener-Policy") != "same-origin" || h.Get("Permissions-Policy") == "" {
			t.Errorf("%s: %v", target, h)
		}
	}
}

func TestETagAndGzip(t *testing.T) {
	app := serve(t, &fake{large: true})
	plain := ask(app, "GET", "/api/search?q=x", "")
	tag := plain.Header().Get("ETag")
	if tag == "" || !strings.Contains(plain.Header().Get("Vary"), "Accept-Encoding") {
		t.Fatalf("%v", plain.Header())
	}
	small := ask(app, "GET", "/api/search?q=x", "", "Accept-Encoding", "br, gzip;q=0.5")
	if small.Header().Get("Content-Encoding") != "gzip" || small.Header().Get("ETag") != tag {
		t.Fatalf("%v", small.Header())
	}
	zip, err := gzip.NewReader(small.Body)
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := io.ReadAll(zip); string(text) != plain.Body.String() {
		t.Error("another text when compressed")
	}
	if w := ask(app, "GET", "/api/search?q=x", "", "Accept-Encoding", "gzip;q=0"); w.Header().Get("Content-Encoding") != "" {
		t.Error("compressed against the client's wish")
	}
	known := ask(app, "GET", "/api/search?q=x", "", "If-None-Match", `"other", `+tag)
	if known.Code != http.StatusNotModified || known.Body.Len() > 0 {
		t.Errorf("%d %s", known.Code, known.Body)
	}
	head := ask(app, "HEAD", "/api/search?q=x", "")
	if head.Code != 200 || head.Body.Len() > 0 || head.Header().Get("ETag") != tag || head.Header().Get("Content-Length") == "0" {
		t.Errorf("HEAD: %d %v", head.Code, head.Header())
	}
	if h := ask(app, "GET", "/api/none", "").Header(); h.Get("ETag") != "" || h.Get("Cache-Control") != "no-store" {
		t.Errorf("problem: %v", h)
	}
}

func TestLongAnswersAreStreamed(t *testing.T) {
	text := strings.Repeat("0123456789abcdef", maxBuffered/16+1)
	app := buffered(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		for part := range strings.SplitAfterSeq(text, "f") {
			_, _ = io.WriteString(w, part)
		}
	}))
	if w := ask(app, "GET", "/", ""); w.Body.String() != text || w.Header().Get("ETag") != "" {
		t.Errorf("%d bytes, %v", w.Body.Len(), w.Header())
	}
	zip, err := gzip.NewReader(ask(app, "GET", "/", "", "Accept-Encoding", "gzip").Body)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(zip); err != nil || string(got) != text {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func TestForeignHost(t *testing.T) {
	tests := []struct {
		listen, host string
		allowed      []string
		status       int
	}{
		{"127.0.0.1:8080", "127.0.0.1:8080", nil, 200},
		{"127.0.0.1:8080", "localhost:8080", nil, 200},
		{"127.0.0.1:8080", "[::1]:8080", nil, 200},
		{"127.0.0.1:8080", "evil.example", nil, 403},
		{"", "evil.example:8080", nil, 403},
		{"127.0.0.1:8080", "mapper.example", []string{"mapper.example"}, 200},
		{"0.0.0.0:8080", "anything.example", nil, 200},
		{"0.0.0.0:8080", "evil.example", []string{"mapper.example"}, 403},
	}
	for _, tt := range tests {
		app := serve(t, &fake{}, func(o *Options) { o.Listen, o.AllowedHosts = tt.listen, tt.allowed })
		if w := ask(app, "GET", "/api/documents", "", "Host", tt.host); w.Code != tt.status {
			t.Errorf("%+v: %d", tt, w.Code)
		}
	}
}

func TestForeignPost(t *testing.T) {
	app := serve(t, &fake{})
	body := `{"statement":"RETURN 1"}`
	if w := ask(app, "POST", "/api/cypher", body, "Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"); w.Code != 403 {
		t.Errorf("cross-site: %d", w.Code)
	}
	if w := ask(app, "POST", "/api/cypher", body, "Content-Type", "application/json", "Origin", "http://evil.example"); w.Code != 403 {
		t.Errorf("foreign origin: %d", w.Code)
	}
	if w := ask(app, "POST", "/api/cypher", body, "Content-Type", "application/json", "Origin", "http://127.0.0.1:8080"); w.Code != 200 {
		t.Errorf("own origin: %d %s", w.Code, w.Body)
	}
}

func TestUsers(t *testing.T) {
	hash, err := bcrypt.GenerateFromPassword([]byte("right"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	users := filepath.Join(t.TempDir(), "users")
	write := func(text string) {
		if err := os.WriteFile(users, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# who may come in\n\nann:" + string(hash) + "\n")
	auth, err := ReadUsers(users)
	if err != nil {
		t.Fatal(err)
	}
	app := serve(t, &fake{}, func(o *Options) { o.Auth = auth })
	login := func(user, password string) int {
		r, _ := http.NewRequest("GET", "/", nil)
		r.SetBasicAuth(user, password)
		return ask(app, "GET", "/api/documents", "", "Authorization", r.Header.Get("Authorization")).Code
	}
	if login("ann", "right") != 200 || login("ann", "right") != 200 || login("ann", "wrong") != 401 || login("bob", "right") != 401 {
		t.Error("the wrong people come in")
	}
	w := ask(app, "GET", "/documents", "")
	if w.Code != 401 || !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Basic ") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if ask(app, "GET", "/healthz", "").Code != 200 || ask(app, "GET", "/readyz", "").Code != 200 {
		t.Error("health is closed")
	}
	for text, want := range map[string]string{
		"":           "no users",
		"ann:{SHA}x": ":1: the hash of ann",
		"ann":        ":1: the hash of ann",
		"# x\nann:" + string(hash) + "\nann:" + string(hash): ":3: every line",
	} {
		write(text)
		if _, err := ReadUsers(users); err == nil || !strings.Contains(err.Error(), want) || graph.KindOf(err) != graph.Invalid {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestCheckListen(t *testing.T) {
	for addr, ok := range map[string]bool{"127.0.0.1:0": true, "localhost:8080": true, "[::1]:8080": true, ":8080": false, "0.0.0.0:80": false, "10.0.0.1:80": false} {
		if err := CheckListen(addr, false, false); (err == nil) != ok {
			t.Errorf("%s: %v", addr, err)
		}
		if CheckListen(addr, true, false) != nil || CheckListen(addr, false, true) != nil {
			t.Errorf("%s: refused in spite of users or the explicit word", addr)
		}
	}
	if err := CheckListen("8080", true, true); graph.KindOf(err) != graph.Invalid {
		t.Errorf("no port: %v", err)
	}
}

func TestHealth(t *testing.T) {
	down := serve(t, &fake{err: graph.Errorf(graph.Unavailable, "gone")})
	if w := ask(down, "GET", "/healthz", ""); w.Code != 200 || strings.TrimSpace(w.Body.String()) != `{"status":"ok"}` {
		t.Errorf("healthz: %d %s", w.Code, w.Body)
	}
	if w := ask(down, "GET", "/readyz", ""); w.Code != 503 {
		t.Errorf("readyz: %d", w.Code)
	}
}

func TestAssets(t *testing.T) {
	a := newAsset("/assets/app.js", []byte(strings.Repeat("export {};\n", 200)))
	app := buffered(http.HandlerFunc(a.serve))
	w := ask(app, "GET", "/assets/app.js", "", "Accept-Encoding", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Cache-Control") != "no-cache" || w.Header().Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("%v", w.Header())
	}
	if w := ask(app, "GET", "/assets/app.js", "", "If-None-Match", w.Header().Get("ETag")); w.Code != 304 {
		t.Errorf("%d", w.Code)
	}
	if w := ask(serve(t, &fake{}), "GET", "/assets/.keep", ""); w.Code != 404 {
		t.Errorf("a hidden file: %d", w.Code)
	}
}
