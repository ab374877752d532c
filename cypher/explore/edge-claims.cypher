// title: Every claim behind the line that one claim is part of
// param: id text "dataset:claim"
// param: symmetric list "types of relations that have no direction"
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value
MATCH (x:Entity)-[one {id: $id}]->(y:Entity)
MATCH (x)-[r]-(y)
WHERE type(r) = type(one) AND (startNode(r) = x OR type(r) IN $symmetric)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous} AS from, b {.id, .name, .kinds, .anonymous} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous} AS speaker
ORDER BY r.id
