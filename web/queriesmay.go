package web

import (
	"context"
	"net"
	"net/http"

	"mapper/graph"
)

// asked is who asks, for routes that write.
type asked struct{ request *http.Request }

// mayWrite says why a request may not save anything: only users may or, where there
// are none, whoever sits at the machine itself. A name other than the machine's own
// means that a proxy passes on what somebody elsewhere asks.
func (s *site) mayWrite(r *http.Request) error {
	if s.auth != nil {
		return nil // nobody else has come so far
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	if isLoopback(host) && isOwnName(hostname(r.Host)) {
		return nil
	}
	return graph.Errorf(graph.Refused, "Queries are saved only from the machine that the mapper runs on, or by its users: start it with --auth FILE, or download the file.")
}

type requestKey struct{}

// withRequest lets a handler of the API see who asks, which huma keeps to itself.
func withRequest(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, asked{r})))
	})
}
