package graph

import "slices"

// Without leaves the named nodes out of a picture, with their edges.
func Without(nodes []Node, edges []Edge, hide []string) ([]Node, []Edge) {
	if len(hide) == 0 {
		return nodes, edges
	}
	gone := map[string]bool{}
	for _, id := range hide {
		gone[id] = true
	}
	return keep(nodes, edges, func(id string) bool { return !gone[id] })
}

// Linked leaves of a picture the nodes that are joined to at least so many others of
// those that are left: taking one away can take the next below the bound.
func Linked(nodes []Node, edges []Edge, links int) ([]Node, []Edge) {
	if links <= 0 {
		return nodes, edges
	}
	around := neighbours(edges)
	left := make(map[string]int, len(nodes)) // neighbours among those left
	var weak []string
	for _, n := range nodes {
		if left[n.ID] = len(around[n.ID]); left[n.ID] < links {
			weak = append(weak, n.ID)
		}
	}
	for len(weak) > 0 {
		id := weak[0]
		weak = weak[1:]
		if _, here := left[id]; !here {
			continue
		}
		delete(left, id)
		for other := range around[id] {
			if _, here := left[other]; !here {
				continue
			}
			if left[other]--; left[other] < links {
				weak = append(weak, other)
			}
		}
	}
	return keep(nodes, edges, func(id string) bool { _, here := left[id]; return here })
}

// Only leaves of a picture the named nodes and the edges between them.
func Only(nodes []Node, edges []Edge, ids []string) ([]Node, []Edge) {
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	return keep(nodes, edges, func(id string) bool { return wanted[id] })
}

// keep leaves the nodes that pass and the edges between them.
func keep(nodes []Node, edges []Edge, in func(id string) bool) ([]Node, []Edge) {
	return slices.DeleteFunc(slices.Clone(nodes), func(n Node) bool { return !in(n.ID) }),
		slices.DeleteFunc(slices.Clone(edges), func(e Edge) bool { return !in(e.From) || !in(e.To) })
}
