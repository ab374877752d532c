// title: What is one step away from entities, the best-connected first
// param: ids list "where to step from"
// param: seen list "where we have been already"
// param: relations list "types of edges to walk along"
// param: as_at date?
// param: limit integer
// column: ids value
// column: total integer
MATCH (s:Entity)
WHERE s.id IN $seen
WITH collect(s) AS seen
UNWIND seen AS e
WITH seen, e
WHERE e.id IN $ids
MATCH (e)-[r]-(o:Entity)
WHERE type(r) IN $relations AND r.status <> 'denied' AND NOT o IN seen
  AND ($as_at IS NULL OR all(x IN [e, r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT o
WITH o, COUNT { (o)--() } AS edges
ORDER BY edges DESC
WITH collect(o) AS found
RETURN [o IN found[..$limit] | o.id] AS ids, size(found) AS total
