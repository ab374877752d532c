package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"mapper/cypher"
	"mapper/graph"
	forms "mapper/graph/format"
)

// shortAnswer is how many things, in its cells, an answer may hold to be kept; a longer
// one is written as its rows come.
const shortAnswer = 5000

// short gives the answer of a view, from memory where the graph is as it was: what looks
// at everything looks once for each load. It is nil when the answer is long.
func (v views) short(ctx context.Context, now state, view *cypher.Statement, values map[string]string) (*graph.Answer, error) {
	if err := view.Known(now.vocabulary, values); err != nil {
		return nil, err
	}
	ask := func(ctx context.Context) (*graph.Answer, error) { return v.collect(ctx, view, values) }
	if len(now.unfinished) > 0 || !view.Timeless() {
		return ask(ctx)
	}
	if long, _ := v.long.Load(view.Name); long == now.version {
		return nil, nil
	}
	answer, err := v.asked.get(ctx, now.version, fmt.Sprintf("%s %q", view.Name, values), ask)
	if answer == nil && err == nil {
		v.long.Store(view.Name, now.version)
	}
	return answer, err
}

// collect asks for an answer, and gives up when it is long.
func (v views) collect(ctx context.Context, view *cypher.Statement, values map[string]string) (*graph.Answer, error) {
	running, err := v.graph.Run(ctx, view, values)
	if err != nil {
		return nil, err
	}
	rows, things := [][]any{}, 0
	for cells, err := range running.Each {
		if err != nil {
			return nil, err
		}
		if things += size(cells); things > shortAnswer {
			return nil, nil
		}
		rows = append(rows, cells)
	}
	running.Rows = rows
	return &running.Answer, nil
}

// size counts the things in some cells.
func size(cells []any) (n int) {
	for _, cell := range cells {
		switch c := cell.(type) {
		case []graph.Ref:
			n += len(c)
		case []graph.ClaimRef:
			n += len(c)
		case []any:
			n += size(c)
		}
		n++
	}
	return n
}

// run gives the answer of a view row by row, be it from memory or from the graph.
func (v views) run(ctx context.Context, now state, view *cypher.Statement, values map[string]string) (*graph.Running, error) {
	answer, err := v.short(ctx, now, view, values)
	if err != nil {
		return nil, err
	}
	if answer == nil {
		return v.graph.Run(ctx, view, values)
	}
	running := &graph.Running{Answer: *answer}
	running.Rows = nil
	running.Each = func(yield func([]any, error) bool) {
		for _, cells := range answer.Rows {
			if !yield(cells, nil) {
				return
			}
		}
	}
	return running, nil
}

// tagOf is the fingerprint of the answer to a question in a state of the graph, known
// before the graph is asked.
func (v views) tagOf(version string, view *cypher.Statement, query url.Values) string {
	sum := sha256.New()
	for _, text := range []string{v.version, version, view.Text, view.Answer, view.Empty, query.Encode()} {
		_, _ = sum.Write([]byte(strconv.Quote(text))) // a hash takes everything
	}
	return `W/"` + hex.EncodeToString(sum.Sum(nil)[:12]) + `"`
}

// held is how many rows are read before any is sent, so that what goes wrong at once is
// a problem, and how many there are is known of every part.
const held = 1000

// sender writes an answer to a client: the first rows have been read, the others are
// sent as they come.
func sender(f forms.Format, r *graph.Running) (func(huma.Context), error) {
	next, stop := iter.Pull2(r.Each)
	var first [][]any
	for len(first) <= held {
		cells, err, more := next()
		if err != nil {
			stop()
			return nil, err
		}
		if !more {
			break
		}
		first = append(first, cells)
	}
	return func(c huma.Context) {
		defer stop()
		w := c.BodyWriter()
		err := f.Running(w, r, func(yield func([]any, error) bool) {
			for _, cells := range first {
				if !yield(cells, nil) {
					return
				}
			}
			for n := 0; ; n++ {
				cells, err, more := next()
				if !more {
					return
				}
				if flusher, ok := w.(http.Flusher); ok && n%held == 0 {
					flusher.Flush()
				}
				if !yield(cells, err) {
					return
				}
			}
		})
		if err != nil { // half of it is sent, and must not look whole
			exchangeOf(c.Context()).log().Error("an answer broke off", "error", chain(err))
			panic(http.ErrAbortHandler)
		}
	}, nil
}
