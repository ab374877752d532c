// title: By which relations an entity is joined to how many others
// param: id text
// param: relations list "all when empty"
// param: kinds list "kinds of the neighbours; all when empty"
// param: statuses list "all when empty"
// param: documents list "only what these say; all when empty"
// param: as_at date?
// column: relation text
// column: outward boolean
// column: entities integer
// column: claims integer
MATCH (e:Entity {id: $id})-[r]-(o:Entity)
WHERE ($relations = [] OR type(r) IN $relations)
  AND ($statuses = [] OR r.status IN $statuses)
  AND ($documents = [] OR r.document IN $documents)
  AND ($kinds = [] OR any(label IN labels(o) WHERE label IN $kinds))
  AND ($as_at IS NULL OR all(x IN [e, r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN type(r) AS relation, startNode(r) = e AS outward,
       count(DISTINCT o) AS entities, count(DISTINCT r) AS claims
ORDER BY relation, outward DESC
