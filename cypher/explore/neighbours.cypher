// title: What stands around an entity, the best-connected first
// param: id text
// param: direction text "out, in or both"
// param: relations list "all when empty"
// param: kinds list "kinds of the neighbours; all when empty"
// param: statuses list "all when empty"
// param: documents list "only what these say; all when empty"
// param: as_at date?
// param: candidates integer "from how many with the most edges the best connected are taken"
// param: many integer "how many edges are too many to look at each"
// param: limit integer
// column: nodes value
// column: total integer
MATCH (e:Entity {id: $id})-[r]-(o:Entity)
WHERE ($relations = [] OR type(r) IN $relations)
  AND ($direction = 'both' OR ($direction = 'out' AND startNode(r) = e) OR ($direction = 'in' AND endNode(r) = e))
  AND ($statuses = [] OR r.status IN $statuses)
  AND ($documents = [] OR r.document IN $documents)
  AND ($kinds = [] OR any(label IN labels(o) WHERE label IN $kinds))
  AND ($as_at IS NULL OR all(x IN [e, r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT o
WITH o, COUNT { (o)--() } AS edges
ORDER BY edges DESC
WITH collect([o, edges]) AS found
CALL (found) {
  UNWIND found[..$candidates] AS one
  WITH one[0] AS o, one[1] AS edges
  CALL (o, edges) {
    OPTIONAL MATCH (o)-[s]-(p:Entity)
    WHERE edges <= $many
      AND ($as_at IS NULL OR all(x IN [s, p] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
    RETURN count(DISTINCT p) AS near
  }
  WITH o, CASE WHEN edges <= $many THEN near ELSE edges - COUNT { (o)-[:IDENTIFIED_BY|MENTIONS]-() } END AS degree
  ORDER BY degree DESC, o.name
  LIMIT $limit
  RETURN collect({entity: properties(o), degree: degree}) AS nodes
}
RETURN nodes, size(found) AS total
