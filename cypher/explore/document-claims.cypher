// title: Every claim that a document makes
// param: document text
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value
MATCH (:Document {id: $document})-[:MENTIONS]->(:Entity)-[r]->(:Entity)
WHERE r.document = $document
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous} AS from, b {.id, .name, .kinds, .anonymous} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous} AS speaker
ORDER BY r.id
