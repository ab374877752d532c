package main

import (
	"context"
	"io"
	"net/url"
	"strconv"
	"strings"

	"mapper/graph"
	"mapper/web"
)

// mostPacked is how many entities a pack shows of a map that names none, as the page of
// the map does.
const mostPacked = 80

type packCommand struct {
	mapped
	Title   string `default:"Map of relationships" placeholder:"TEXT" help:"Its heading (${default})."`
	Picture string `placeholder:"FILE" predictor:"file" help:"A picture of the map for it, as the web app saves one in SVG."`
	Address string `placeholder:"URL" help:"Where the web app is, such as http://127.0.0.1:8080: the pack then leads to the map there."`
	into
}

// Help shows examples below the options.
func (packCommand) Help() string {
	return "Nothing in the file is loaded from anywhere: it can be kept, sent and printed.\n\n" +
		"Examples:\n  mapper pack --show tda --show monitor -o evidence.html\n  mapper pack --kind Commissioner --was 2016-01-01 --title 'Commissioners since 2016' -o commissioners.html"
}

// Run writes the file that the map of the web app gives as its evidence pack.
func (c packCommand) Run(ctx context.Context, std streams, to *connection) error {
	pack := web.Pack{Title: strings.TrimSpace(c.Title)}
	if c.Picture != "" {
		svg, _, err := textOf(c.Picture, std.in)
		if err != nil {
			return err
		}
		pack.SVG = svg
	}
	return c.ask(ctx, std, to, nil, mostPacked, func(s *connected, q graph.MapQuery) error {
		pack.Map, pack.Address = q, c.address(q)
		return c.write(std, func(w io.Writer) error {
			return web.WritePack(ctx, w, web.Options{Graph: s.Store, Version: version}, pack)
		})
	})
}

// address gives that of the map in the web app; "" where nobody said where that is.
func (c packCommand) address(q graph.MapQuery) string {
	if c.Address == "" {
		return ""
	}
	values := url.Values{"show": q.Show, "hide": q.Hide, "kind": q.Kinds, "relation": q.Relations, "status": c.Status, "document": q.Documents}
	for name, value := range map[string]string{"as_at": q.AsAt.String(), "was": q.Was.String()} {
		if value != "" {
			values.Set(name, value)
		}
	}
	if q.Links > 0 {
		values.Set("links", strconv.Itoa(q.Links))
	}
	return strings.TrimSuffix(c.Address, "/") + "/map?" + values.Encode()
}
