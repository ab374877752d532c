// title: Every claim of one type between two entities
// param: from text
// param: to text
// param: symmetric boolean "whether claims the other way round say the same"
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value

// TYPE is put in by the store, from the vocabulary.
MATCH (x:Entity {id: $from})-[r:TYPE]-(y:Entity {id: $to})
WHERE startNode(r) = x OR $symmetric
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous, .stub} AS speaker
ORDER BY r.id
