package graph

// Densest leaves of a picture the nodes that hang together best: it takes away,
// one by one, the node with the fewest neighbours among those left, until limit
// remain. Of equals the one with the smaller degree goes, then the last by order.
// The nodes keep their order; edges are those between what is left.
func Densest(nodes []Node, edges []Edge, limit int) ([]Node, []Edge) {
	around := neighbours(edges)
	left := make(map[string]int, len(nodes)) // neighbours among those left
	for _, n := range nodes {
		left[n.ID] = 0
	}
	for _, n := range nodes {
		for other := range around[n.ID] {
			if _, here := left[other]; here {
				left[n.ID]++
			}
		}
	}
	for len(left) > limit {
		weakest := -1
		for i, n := range nodes {
			count, here := left[n.ID]
			if !here {
				continue
			}
			if weakest < 0 || count < left[nodes[weakest].ID] || count == left[nodes[weakest].ID] && n.Degree <= nodes[weakest].Degree {
				weakest = i
			}
		}
		gone := nodes[weakest].ID
		delete(left, gone)
		for other := range around[gone] {
			if _, here := left[other]; here {
				left[other]--
			}
		}
	}
	in := func(id string) bool { _, here := left[id]; return here }
	return keep(nodes, edges, in)
}

// neighbours gives the other ends of each node's edges, each once.
func neighbours(edges []Edge) map[string]map[string]bool {
	around := map[string]map[string]bool{}
	join := func(a, b string) {
		if around[a] == nil {
			around[a] = map[string]bool{}
		}
		around[a][b] = true
	}
	for _, e := range edges {
		if e.From != e.To {
			join(e.From, e.To)
			join(e.To, e.From)
		}
	}
	return around
}
