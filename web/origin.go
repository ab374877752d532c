package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// fromKnownHost refuses a Host header that is not ours. A page of another site can
// make its own name resolve to 127.0.0.1 (DNS rebinding) and would then be the
// same origin as the app; the Host header still carries that site's name. Where
// the app listens beyond loopback, its names are known only if they are given.
func (s *site) fromKnownHost(next http.Handler) http.Handler {
	listen, _, _ := net.SplitHostPort(s.listen)
	loopback := s.listen == "" || isLoopback(listen)
	if !loopback && len(s.allowedHosts) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := hostname(r.Host)
		if !slices.Contains(s.allowedHosts, host) && !(loopback && isOwnName(host)) {
			s.fail(w, r, newProblem(http.StatusForbidden,
				"This server does not answer to the name "+host+". Open it by the address that it printed, or start it with that name among its allowed hosts."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostname gives the name in a Host header: no port, no brackets, lower case.
func hostname(header string) string {
	host, _, err := net.SplitHostPort(header)
	if err != nil {
		host = header
	}
	return strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
}

// isOwnName says whether a name always means this machine (RFC 6761).
func isOwnName(host string) bool {
	return isLoopback(host) || strings.HasSuffix(host, ".localhost")
}

// fromSameOrigin refuses a POST that a page of another site sent. All the app does
// is read, but a statement of an analyst's own costs the database time.
func (s *site) fromSameOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := protection.Check(r); err != nil {
			s.fail(w, r, newProblem(http.StatusForbidden, "This was sent by a page of another site, and only the app's own pages may."))
			return
		}
		next.ServeHTTP(w, r)
	})
}
