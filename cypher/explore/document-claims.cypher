// title: Claims that a document makes, a part at a time
// param: document text
// param: hub integer "how many edges make an entity one that is not walked from"
// param: most integer "of how many entities that it mentions the claims are looked for"
// param: skip integer
// param: limit integer
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value

// As in documents.cypher: of the two ends of a claim one is small, or both are among
// the few hubs.
MATCH (d:Document {id: $document})
CALL (d) {
  MATCH (d)-[:MENTIONS]->(x:Entity)
  WITH DISTINCT x
  LIMIT $most
  RETURN collect(CASE WHEN COUNT { (x)--() } <= $hub THEN x END) AS small, collect(CASE WHEN COUNT { (x)--() } > $hub THEN x END) AS large
}
CALL (d, small, large) {
  UNWIND small AS x
  MATCH (x)-[r]-(y)
  WHERE r.document = d.id AND (startNode(r) = x OR y IN large)
  RETURN r
UNION ALL
  UNWIND large AS x
  UNWIND large AS y
  MATCH (x)-[r]->(y)
  WHERE r.document = d.id
  RETURN r
}
WITH DISTINCT d, r
ORDER BY r.id
SKIP $skip
LIMIT $limit
WITH d, r, startNode(r) AS a, endNode(r) AS b
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim,
       d {.id, .title, .publisher, .published} AS document, s {.id, .name, .kinds, .anonymous, .stub} AS speaker
ORDER BY r.id
