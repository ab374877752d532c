package web

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"mapper/graph"
)

type explainer interface {
	Edge(ctx context.Context, id string) (*graph.Explanation, error)
}

// edges answers /api/edges/{id} and /edges/{id}.
type edges struct {
	*site
	graph explainer
}

type edgeInput struct {
	ID string `path:"id" maxLength:"200" example:"articles:C001" doc:"id of the edge: dataset:claim"`
}

func (e edges) explain(ctx context.Context, in *edgeInput) (*graph.Explanation, error) {
	return e.graph.Edge(ctx, in.ID)
}

func (e edges) page(w http.ResponseWriter, r *http.Request, params gin.Params) error {
	page, err := e.site.page(r, "", "")
	if err != nil {
		return err
	}
	explanation, err := e.graph.Edge(r.Context(), params.ByName("id"))
	if err != nil {
		return err
	}
	page.Title = explanation.Sentence
	return e.show(w, http.StatusOK, "edge", EdgePage{page, explanation})
}
