package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"time"
)

// policy is the Content-Security-Policy of every answer: nothing from another
// host, no script or style that is not a file of ours.
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; " +
	"connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// maxBody is the largest request body read, in bytes.
const maxBody = 1 << 20

// requestTime is how long a request may take beyond the time limit of a statement
// of an analyst's own: a page asks several questions.
const requestTime = 30 * time.Second

// shell puts around the router what holds for every request, also for those that
// no route takes.
func (s *site) shell(inner http.Handler) http.Handler {
	layers := []func(http.Handler) http.Handler{ // the outermost first
		s.identified,
		secured,
		buffered,
		s.recovered,
		s.fromKnownHost,
		s.fromSameOrigin,
		s.authenticated,
		s.limited,
		withRequest,
	}
	for _, layer := range slices.Backward(layers) {
		inner = layer(inner)
	}
	return inner
}

// exchange is what the code that answers a request knows of it beside the request.
type exchange struct {
	id     string // quoted to the person, found in the log
	method string
	url    *url.URL
	to     *slog.Logger
}

// log gives a logger that names the request. Most requests never ask for it.
func (e exchange) log() *slog.Logger {
	return e.to.With("request", e.id, "method", e.method, "path", e.url.Path)
}

type exchangeKey struct{}

// exchangeOf gives the exchange of a request's context; outside of one, an empty
// exchange with the default logger.
func exchangeOf(ctx context.Context) exchange {
	if e, ok := ctx.Value(exchangeKey{}).(exchange); ok {
		return e
	}
	return exchange{url: &url.URL{}, to: slog.Default()}
}

// identified gives the request an id and writes the access log.
func (s *site) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		id := rand.Text()[:16]
		e := exchange{id, r.Method, r.URL, s.log}
		w.Header().Set("X-Request-Id", id)
		seen := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r.WithContext(context.WithValue(r.Context(), exchangeKey{}, e)))
		if s.log.Enabled(r.Context(), slog.LevelDebug) {
			e.log().Debug("request", "status", seen.status, "ms", time.Since(started).Milliseconds())
		}
	})
}

// recorder remembers the status for the log.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap gives the writer beneath to http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// secured sets the headers that tell a browser what not to do.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		next.ServeHTTP(w, r)
	})
}

// recovered turns a panic into a problem, so that one bad request is one answer
// and not the end of the program or a cut connection.
func (s *site) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(cause) // net/http's own way to cut a connection
			}
			if b, ok := w.(*buffer); ok && !b.reset() {
				exchangeOf(r.Context()).log().Error("cut off", "cause", cause)
				panic(http.ErrAbortHandler) // half of it is sent already, and a whole answer it can no longer be
			}
			if f, ok := cause.(failure); ok {
				s.fail(w, r, f.error)
				return
			}
			s.fail(w, r, fmt.Errorf("panic: %v\n%s", cause, debug.Stack()))
		}()
		next.ServeHTTP(w, r)
	})
}

// limited bounds what a request may send and how long the graph may work on it.
func (s *site) limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// More than a statement's own limit, whose message says more.
		ctx := context.WithValue(r.Context(), connectedKey{}, r.Context())
		ctx, cancel := context.WithTimeout(ctx, s.timeLimit+requestTime)
		defer cancel()
		r = r.WithContext(ctx)
		if r.Body != nil {
			most := int64(maxBody)
			if r.URL.Path == "/map/pack" {
				most = packBody
			}
			r.Body = http.MaxBytesReader(w, r.Body, most)
		}
		next.ServeHTTP(w, r)
	})
}
