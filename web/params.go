package web

import (
	"slices"
	"strings"

	"mapper/graph"
)

// Dated is the day on which a route looks at the graph.
type Dated struct {
	AsAt string `query:"as_at" format:"date" example:"2021-04-01" doc:"the day to look at, YYYY-MM-DD: what had started by then and was not yet over; left out, dates do not matter"`
}

func (d Dated) day() (graph.Day, error) {
	day, err := graph.ParseDay(d.AsAt)
	if err != nil {
		return day, graph.Errorf(graph.Invalid, "as_at: %v", err)
	}
	return day, nil
}

// Narrowed is the choice of edges that a route answers with.
type Narrowed struct {
	Relation []string `query:"relation,explode" maxItems:"50" doc:"types of relation to follow, such as COMMISSIONS; may be repeated; left out, all"`
	Kind     []string `query:"kind,explode" maxItems:"50" doc:"kinds of entity to show, which takes in the kinds below them; may be repeated; left out, all"`
	Document []string `query:"document,explode" maxItems:"50" example:"nhs-voices-five-factors" doc:"ids of documents: only what these say; may be repeated; left out, all"`
	Status   []string `query:"status,explode" enum:"stated,reported,planned,opinion,denied" maxItems:"5" example:"stated,planned" doc:"how firmly it must be said; may be repeated; left out, all"`
}

// filter checks the choice against the vocabulary.
func (n Narrowed) filter(v *graph.Vocabulary, at graph.Day, limit int) (graph.Filter, error) {
	f := graph.Filter{Relations: given(n.Relation), Kinds: given(n.Kind), Documents: given(n.Document), AsAt: at, Limit: limit}
	for _, status := range given(n.Status) {
		f.Statuses = append(f.Statuses, graph.Status(status))
	}
	return f, firstError(v.CheckRelations(f.Relations), v.CheckKinds(f.Kinds), graph.CheckStatuses(f.Statuses))
}

// given drops what a form sends for a field left empty.
func given(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
}

// firstError gives the first error there is.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func unknown[T any](what, name string, all []T, nameOf func(T) string) error {
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = nameOf(one)
	}
	return graph.Errorf(graph.Invalid, "There is no %s %q; there are %s.", what, name, strings.Join(names, ", "))
}
