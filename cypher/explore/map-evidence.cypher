// title: Claims by their ids, of those between the given entities
// param: ids list "entities"
// param: claims list
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value
MATCH (n:Entity)
WHERE n.id IN $ids
WITH collect(n) AS nodes
UNWIND nodes AS a
MATCH (a)-[r]->(b)
WHERE b IN nodes AND r.id IN $claims
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous, .stub} AS speaker
ORDER BY r.id
