// title: What several entities are joined to in common
// param: ids list
// param: relations list "types of edges to walk along"
// param: as_at date?
// param: limit integer
// column: shared value
// column: total integer
MATCH (e:Entity)
WHERE e.id IN $ids
WITH collect(e) AS asked
UNWIND asked AS e
MATCH (e)-[r]-(o:Entity)
WHERE NOT o IN asked AND type(r) IN $relations AND r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [e, r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT o, e
WITH o, collect(e.id) AS with
WHERE size(with) > 1
WITH o, with
ORDER BY size(with) DESC, o.name, o.id
WITH collect({id: o.id, with: with}) AS shared
RETURN shared[..$limit] AS shared, size(shared) AS total
