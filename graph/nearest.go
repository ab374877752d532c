package graph

import "container/heap"

// Nearest chooses nodes of a picture from one of them outwards: again and again the
// one with the largest degree among those joined to what is chosen already, until there
// are limit or nothing more is joined. It gives their ids in that order.
func Nearest(from string, nodes []Node, edges []Edge, limit int) []string {
	around, degree := neighbours(edges), map[string]int{}
	for _, n := range nodes {
		degree[n.ID] = n.Degree
	}
	next := &byDegree{{ID: from}}
	chosen, offered := []string{}, map[string]bool{from: true}
	for next.Len() > 0 && len(chosen) < limit {
		one := heap.Pop(next).(ranked)
		chosen = append(chosen, one.ID)
		for other := range around[one.ID] {
			if _, here := degree[other]; here && !offered[other] {
				offered[other] = true
				heap.Push(next, ranked{other, degree[other]})
			}
		}
	}
	return chosen
}

type ranked struct {
	ID     string
	Degree int
}

// byDegree is a heap of the largest degree first, of equals the first id.
type byDegree []ranked

func (h byDegree) Len() int      { return len(h) }
func (h byDegree) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h byDegree) Less(i, j int) bool {
	return h[i].Degree > h[j].Degree || h[i].Degree == h[j].Degree && h[i].ID < h[j].ID
}
func (h *byDegree) Push(x any) { *h = append(*h, x.(ranked)) }
func (h *byDegree) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
