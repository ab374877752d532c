// title: The entities with the most edges, of a graph too large to look at each edge
// param: lonely boolean "whether an entity without edges may be shown"
// param: as_at date?
// param: limit integer
// column: nodes value

// How many edges a node has is written beside it. KIND and TYPE are put in by the
// store, from the vocabulary; without a choice of relations, all types are meant.
MATCH (e:KIND)
WITH e, COUNT { (e)-[:TYPE]-() } AS edges
WHERE edges > 0 OR $lonely
ORDER BY edges DESC
LIMIT $limit
WITH e, edges
WHERE ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN collect({entity: properties(e), degree: edges}) AS nodes
