// title: Every claim about an entity
// param: id text
// param: as_at date?
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value
MATCH (e:Entity {id: $id})-[r]-(:Entity)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
WHERE ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous} AS from, b {.id, .name, .kinds, .anonymous} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous} AS speaker
ORDER BY relation, d.published, r.id
