// title: All edges between the given entities
// param: ids list
// param: relations list "all when empty"
// param: statuses list "all when empty"
// param: as_at date?
// column: from value
// column: to value
// column: relation text
// column: claim value
MATCH (a:Entity)-[r]->(b:Entity)
WHERE a.id IN $ids AND b.id IN $ids
  AND ($relations = [] OR type(r) IN $relations)
  AND ($statuses = [] OR r.status IN $statuses)
  AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN a {.id, .name, .kinds, .anonymous} AS from, b {.id, .name, .kinds, .anonymous} AS to,
       type(r) AS relation, properties(r) AS claim
ORDER BY r.id
