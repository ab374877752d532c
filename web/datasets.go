package web

import (
	"context"

	"mapper/graph"
)

type shelf interface {
	Datasets(context.Context) ([]graph.Collection, error)
}

// datasets answers /api/datasets.
type datasets struct{ graph shelf }

func (d datasets) list(ctx context.Context, _ *struct{}) (list[graph.Collection], error) {
	all, err := d.graph.Datasets(ctx)
	return list[graph.Collection]{all}, err
}
