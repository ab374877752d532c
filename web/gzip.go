package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// minGzip is the number of bytes below which compression does not pay.
const minGzip = 1 << 10

// wantsGzip says whether the answer is to be compressed: the client takes it, it
// is text, and nobody has done it already.
func (b *buffer) wantsGzip() bool {
	if b.Header().Get("Content-Encoding") != "" || !takesGzip(b.request) {
		return false
	}
	typ, _, _ := mime.ParseMediaType(b.Header().Get("Content-Type"))
	return compressible(typ)
}

func takesGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		coding, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(q), "q="), 64)
			return err != nil || weight > 0
		}
	}
	return false
}

func compressible(typ string) bool {
	return strings.HasPrefix(typ, "text/") || strings.HasSuffix(typ, "+json") || strings.HasSuffix(typ, "+xml") ||
		slices.Contains([]string{"application/json", "application/javascript", "application/x-ndjson", "application/wasm", "application/xml"}, typ)
}

var zippers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

// zipped compresses a body.
func zipped(body []byte) []byte {
	var out bytes.Buffer
	zip, _ := zippers.Get().(*gzip.Writer)
	defer zippers.Put(zip)
	zip.Reset(&out)
	_, _ = zip.Write(body) // a bytes.Buffer takes everything
	_ = zip.Close()
	return out.Bytes()
}
