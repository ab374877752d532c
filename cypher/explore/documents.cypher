// title: All documents, with how much rests on each
// param: document text? "one document's id; all when left out"
// column: document value
// column: claims integer
// column: entities integer
MATCH (d:Document)
WHERE $document IS NULL OR d.id = $document
CALL (d) {
  OPTIONAL MATCH (d)-[:MENTIONS]->(e:Entity)
  RETURN count(e) AS entities
}
CALL (d) {
  OPTIONAL MATCH (d)-[:MENTIONS]->(:Entity)-[r]->(:Entity)
  WHERE r.document = d.id
  RETURN count(DISTINCT r) AS claims
}
RETURN properties(d) AS document, claims, entities
ORDER BY d.published, d.id
