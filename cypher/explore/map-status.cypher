// title: The entities with the most claims of rare statuses
// param: statuses list
// param: as_at date?
// param: limit integer
// column: nodes value

// Statuses are in no index, so all edges are read, as they lie in the store. TYPE and
// KIND are put in by the store, from the vocabulary.
MATCH ()-[r:TYPE]->()
WHERE r.status IN $statuses
WITH r, startNode(r) AS a, endNode(r) AS b
WHERE a:KIND AND b:KIND
  AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
UNWIND [a, b] AS e
WITH e, count(*) AS edges
ORDER BY edges DESC
LIMIT $limit
RETURN collect({entity: properties(e), degree: edges}) AS nodes
