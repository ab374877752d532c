// title: All shortest paths between two entities
// param: from text
// param: to text
// param: relations list "types of edges to walk along"
// param: as_at date?
// param: max integer "longest path looked for, at most 8"
// param: limit integer
// column: path value
MATCH p = ALL SHORTEST (a:Entity {id: $from})
  ((n:Entity)-[r]-(m:Entity) WHERE type(r) IN $relations AND r.status <> 'denied'
     AND ($as_at IS NULL OR all(x IN [n, r, m] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))){1,8}
  (b:Entity {id: $to})
WHERE length(p) <= $max
RETURN DISTINCT [step IN nodes(p) | step.id] AS path
ORDER BY path
LIMIT $limit
