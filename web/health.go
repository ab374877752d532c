package web

import (
	"context"
	"time"

	"mapper/graph"
)

type pinger interface {
	Ping(context.Context) error
}

// health answers /healthz and /readyz, which are open to everybody: whoever keeps
// the app running has no user of its own.
type health struct{ graph pinger }

// Health is how the app is.
type Health struct {
	Status string `json:"status" enum:"ok" doc:"ok; anything else is a problem document"`
}

func (health) live(context.Context, *struct{}) (Health, error) { return Health{"ok"}, nil }

// patience is how long the graph may take to say that it is there.
const patience = 2 * time.Second

func (h health) ready(ctx context.Context, _ *struct{}) (Health, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := h.graph.Ping(ctx); err != nil {
		return Health{}, graph.Errorf(graph.Unavailable, "the graph does not answer").Because(err)
	}
	return Health{"ok"}, nil
}
