package web

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"mapper/graph"
	forms "mapper/graph/format"
)

// connectedKey finds, in the context of a request, the one that ends only when the client
// is gone: a large file takes longer than an answer may.
type connectedKey struct{}

const (
	fileTime  = time.Hour       // a whole file
	writeTime = 2 * time.Minute // a client that takes nothing
	mostFiles = 4               // at a time, since each holds a connection to the graph
)

// failure is what ends a file that cannot be written to its end; recovered knows whether
// a problem can still be told, or only the connection cut.
type failure struct{ error }

// file answers with a file that is written as it comes. It is not held back beyond what
// makes an ETag, so a large one can only be cut off when something goes wrong.
func (s *site) file(ctx context.Context, name string, f forms.Format, write func(context.Context, io.Writer) error) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(c huma.Context) { s.send(ctx, humagin.Unwrap(c).Writer, name, f, write) }}
}

// send writes such a file to a client.
func (s *site) send(ctx context.Context, to http.ResponseWriter, name string, f forms.Format, write func(context.Context, io.Writer) error) {
	select {
	case s.files <- struct{}{}:
		defer func() { <-s.files }()
	default:
		panic(failure{newProblem(http.StatusServiceUnavailable, "As many files are being written as may be at a time. Try again in a minute.")})
	}
	if base, ok := ctx.Value(connectedKey{}).(context.Context); ok {
		ctx = base
	}
	ctx, stop := context.WithTimeout(ctx, fileTime)
	defer stop()
	to.Header().Set("Content-Type", f.Media)
	to.Header().Set("Content-Disposition", `attachment; filename="`+name+"."+f.Extension+`"`)
	if err := write(ctx, &patient{to: to, control: http.NewResponseController(to)}); err != nil {
		panic(failure{err})
	}
}

// patient gives a client time anew as long as it takes what it is sent.
type patient struct {
	to      io.Writer
	control *http.ResponseController
	since   int // bytes
}

// Write implements io.Writer.
func (p *patient) Write(b []byte) (int, error) {
	if p.since += len(b); p.since > 1<<16 {
		p.since = 0
		_ = p.control.SetWriteDeadline(time.Now().Add(writeTime)) // a server without deadlines has none to move
	}
	return p.to.Write(b)
}

// storedExample is the example of a graph as it is stored.
func storedExample() *graph.Stored {
	return &graph.Stored{
		Schema: []string{"CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE"},
		Nodes: func(yield func(graph.StoredNode, error) bool) {
			yield(graph.StoredNode{Key: "Entity", Labels: []string{"Entity"}, Properties: map[string]any{"id": "tda"}}, nil)
		},
		Edges: func(func(graph.StoredEdge, error) bool) {},
	}
}
