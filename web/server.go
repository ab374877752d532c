package web

import (
	"net"
	"net/http"
	"time"

	"mapper/graph"
)

// Server gives an http.Server with limits on how long a client may take: without
// them a few slow clients could hold every connection. The time to write is wide,
// since a statement may run up to its own limit first.
func Server(addr string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr:              addr,
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      5 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
}

// CheckListen reports why the app may not listen on addr (HOST:PORT): whoever
// reaches it reads the whole graph, so anything but loopback needs users or the
// explicit word that none are wanted.
func CheckListen(addr string, hasAuth, insecure bool) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return graph.Errorf(graph.Invalid, "%q is not an address to listen on: write HOST:PORT, such as 127.0.0.1:8080", addr).Because(err)
	}
	if isLoopback(host) || hasAuth || insecure {
		return nil
	}
	return graph.Errorf(graph.Refused, "listening on %s would show the graph to everybody who can reach this machine: "+
		"give --auth FILE with the users who may come in (lines made by htpasswd -nB NAME), listen on 127.0.0.1, or say --insecure", addr)
}

// isLoopback says whether a host name or address (without port) is this machine
// and only this machine. "" listens on every interface, so it is not.
func isLoopback(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	return host == "localhost"
}
