// title: All edges between the given entities
// param: ids list
// param: relations list "all when empty"
// param: statuses list "all when empty"
// param: documents list "only what these say; all when empty"
// param: as_at date?
// column: from value
// column: to value
// column: relation text
// column: claim value

// Whether the other end is one of them is asked of the node itself: reading the id
// of every neighbour of a hub is what would take long.
MATCH (n:Entity)
WHERE n.id IN $ids
WITH collect(n) AS nodes
UNWIND nodes AS a
MATCH (a)-[r]->(b)
WHERE b IN nodes
  AND ($relations = [] OR type(r) IN $relations)
  AND ($statuses = [] OR r.status IN $statuses)
  AND ($documents = [] OR r.document IN $documents)
  AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim
ORDER BY r.id
