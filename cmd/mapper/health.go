package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"mapper/graph"
)

type healthCommand struct {
	URL string `arg:"" optional:"" default:"http://127.0.0.1:8080" help:"Address of the mapper."`
}

// Run asks a running mapper whether it and its graph answer.
func (c healthCommand) Run(ctx context.Context, std streams) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.URL+"/readyz", nil)
	if err != nil {
		return graph.Errorf(graph.Invalid, "%q is not an address: write http://HOST:PORT", c.URL).Because(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return graph.Errorf(graph.Unavailable, "%s does not answer", c.URL).Because(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return graph.Errorf(graph.Unavailable, "%s is not ready: %s", c.URL, response.Status)
	}
	fmt.Fprintln(std.out, "ready")
	return nil
}
