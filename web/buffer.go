package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// maxBuffered is how many bytes are held back to make an ETag; a longer answer is
// streamed without one.
const maxBuffered = 8 << 20

// buffered holds an answer back until it is whole. Only then is its fingerprint
// known, by which a browser that has it already is answered in no bytes at all,
// and only until then can a fault still turn it into a clean problem. A HEAD is
// answered as the GET would be, without the body.
func buffered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b := &buffer{to: w, request: r, before: w.Header().Clone(), status: http.StatusOK}
		if r.Method == http.MethodHead {
			r = r.Clone(r.Context())
			r.Method = http.MethodGet
		}
		next.ServeHTTP(b, r)
		b.finish()
	})
}

// buffer is the ResponseWriter that buffered hands on.
type buffer struct {
	to      http.ResponseWriter
	request *http.Request // as the client sent it
	before  http.Header   // as they were before the handler
	status  int
	written bool
	body    bytes.Buffer
	stream  io.Writer // nil as long as the answer is held back
	zip     *gzip.Writer
}

// Header gives the headers of the answer.
func (b *buffer) Header() http.Header { return b.to.Header() }

// Unwrap gives the writer beneath to http.ResponseController, for deadlines.
func (b *buffer) Unwrap() http.ResponseWriter { return b.to }

// WriteHeader remembers the status; the first one counts.
func (b *buffer) WriteHeader(status int) {
	if !b.written {
		b.status, b.written = status, true
	}
}

// Write holds the bytes back, or streams them once there are too many.
func (b *buffer) Write(p []byte) (int, error) {
	b.written = true
	if b.stream == nil && b.body.Len()+len(p) > maxBuffered {
		if err := b.startStream(); err != nil {
			return 0, err
		}
	}
	if b.stream != nil {
		return b.stream.Write(p)
	}
	return b.body.Write(p)
}

// Flush sends what there is: a handler that calls it wants to stream.
func (b *buffer) Flush() {
	if b.stream == nil && b.startStream() != nil {
		return // the client is gone
	}
	if b.zip != nil {
		_ = b.zip.Flush()
	}
	_ = http.NewResponseController(b.to).Flush()
}

// reset forgets everything written; false when it is sent already.
func (b *buffer) reset() bool {
	if b.stream != nil {
		return false
	}
	b.body.Reset()
	b.status, b.written = http.StatusOK, false
	clear(b.to.Header())
	for name, values := range b.before {
		b.to.Header()[name] = values
	}
	return true
}

func (b *buffer) startStream() error {
	b.headers()
	b.Header().Del("Content-Length")
	b.stream = b.to
	if b.wantsGzip() {
		b.Header().Set("Content-Encoding", "gzip")
		b.zip = gzip.NewWriter(b.to)
		b.stream = b.zip
	}
	b.to.WriteHeader(b.status)
	if b.request.Method == http.MethodHead {
		b.stream, b.zip = io.Discard, nil
	}
	_, err := b.stream.Write(b.body.Bytes())
	b.body = bytes.Buffer{}
	return err
}

// headers sets what every answer says of how it may be kept. Nothing is used
// again without asking, since the next load may change any answer.
func (b *buffer) headers() {
	h := b.Header()
	if h.Get("Cache-Control") == "" {
		if b.status < 400 && b.request.Method != http.MethodPost {
			h.Set("Cache-Control", "private, no-cache")
		} else {
			h.Set("Cache-Control", "no-store")
		}
	}
	if !slices.Contains(h.Values("Vary"), "Accept-Encoding") {
		h.Add("Vary", "Accept-Encoding")
	}
}

// finish sends the whole answer.
func (b *buffer) finish() {
	if b.stream != nil {
		if b.zip != nil {
			_ = b.zip.Close() // the client is gone
		}
		return
	}
	b.headers()
	h, safe := b.Header(), b.request.Method == http.MethodGet || b.request.Method == http.MethodHead
	if safe && b.status == http.StatusOK {
		if h.Get("ETag") == "" {
			h.Set("ETag", etag(b.body.Bytes()))
		}
		if matches(b.request.Header.Get("If-None-Match"), h.Get("ETag")) {
			h.Del("Content-Type")
			h.Del("Content-Encoding")
			b.to.WriteHeader(http.StatusNotModified)
			return
		}
	}
	body := b.body.Bytes()
	if len(body) >= minGzip && b.wantsGzip() {
		h.Set("Content-Encoding", "gzip")
		body = zipped(body)
	}
	if len(body) > 0 || b.status >= 200 && b.status != http.StatusNoContent {
		h.Set("Content-Length", strconv.Itoa(len(body)))
	}
	b.to.WriteHeader(b.status)
	if b.request.Method != http.MethodHead {
		_, _ = b.to.Write(body) // fails only when the client is gone
	}
}

// etag is the fingerprint of a body. It is weak, since the same answer goes out
// compressed and not.
func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

// matches says whether an If-None-Match header names the fingerprint.
func matches(header, tag string) bool {
	if strings.TrimSpace(header) == "*" {
		return true
	}
	for candidate := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(candidate), "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
