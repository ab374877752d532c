// title: Any claims that a release brought or changed
// param: document text
// param: limit integer
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value

// Releases mention everything, so there is nowhere to start from: whichever claims
// come first.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.document = $document
WITH a, r, b
LIMIT $limit
MATCH (d:Document {id: $document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous, .stub} AS speaker
ORDER BY r.id
