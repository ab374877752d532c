// title: The first claims about an entity, of each relation and direction
// param: id text
// param: relation text? "type; all when left out"
// param: direction text "out, in or both"
// param: symmetric list "types of relations that have no direction"
// param: as_at date?
// param: by_name boolean "in the order of the other ends' names"
// param: skip integer
// param: limit integer
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value
MATCH (e:Entity {id: $id})-[r]-(o:Entity)
WHERE ($relation IS NULL OR type(r) = $relation)
  AND ($direction = 'both' OR ($direction = 'out' AND startNode(r) = e) OR ($direction = 'in' AND endNode(r) = e))
  AND ($as_at IS NULL OR all(x IN [e, r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT r, o, type(r) AS relation, startNode(r) = e OR type(r) IN $symmetric AS outward
ORDER BY CASE WHEN $by_name THEN o.name END, CASE WHEN $by_name THEN r.id END
WITH relation, outward, collect(r)[$skip..$skip + $limit] AS claims
ORDER BY relation, outward DESC
UNWIND claims AS r
WITH r, startNode(r) AS a, endNode(r) AS b
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous, .stub} AS speaker
