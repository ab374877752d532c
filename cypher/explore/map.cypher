// title: The best-connected entities
// param: relations list "types of edges that count; all when empty"
// param: kinds list "kinds of entities shown; all when empty"
// param: statuses list "statuses of claims that count; all when empty"
// param: documents list "only what these say; all when empty"
// param: as_at date?
// param: limit integer
// column: nodes value
// column: total integer
MATCH (e:Entity)
WHERE ($kinds = [] OR any(label IN labels(e) WHERE label IN $kinds))
  AND ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
CALL (e) {
  OPTIONAL MATCH (e)-[r]-(o:Entity)
  WHERE ($relations = [] OR type(r) IN $relations)
    AND ($statuses = [] OR r.status IN $statuses)
    AND ($documents = [] OR r.document IN $documents)
    AND ($kinds = [] OR any(label IN labels(o) WHERE label IN $kinds))
    AND ($as_at IS NULL OR all(x IN [r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN count(DISTINCT o) AS degree
}
WITH e, degree
WHERE degree > 0 OR ($relations = [] AND $statuses = [] AND $documents = [])
ORDER BY degree DESC, e.name
WITH collect({entity: properties(e), degree: degree}) AS nodes
RETURN nodes[..$limit] AS nodes, size(nodes) AS total
