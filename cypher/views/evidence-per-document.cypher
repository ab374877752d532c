// title: Evidence per document
// question: How much does each document say, and how firmly?
// column: document document
// column: published date
// column: claims integer
// column: entities integer "how many it mentions"
// column: stated integer
// column: reported integer
// column: planned integer
// column: opinion integer
// column: denied integer
// chart: bar x=document y=claims
// answer: {rows|document makes|documents make} {sum.claims} claims: {sum.stated} stated as fact, {sum.reported} reported, {sum.planned} planned or expected, {sum.opinion} opinion.
// empty: No document has been loaded.
// home: 7
MATCH (document:Document)
CALL (document) {
  OPTIONAL MATCH (document)-[:MENTIONS]->(e:Entity)
  RETURN count(e) AS entities
}
CALL (document) {
  OPTIONAL MATCH (document)-[:MENTIONS]->(:Entity)-[r]->(:Entity)
  WHERE r.document = document.id
  WITH DISTINCT r
  RETURN count(r) AS claims,
         count(CASE r.status WHEN 'stated' THEN 1 END) AS stated,
         count(CASE r.status WHEN 'reported' THEN 1 END) AS reported,
         count(CASE r.status WHEN 'planned' THEN 1 END) AS planned,
         count(CASE r.status WHEN 'opinion' THEN 1 END) AS opinion,
         count(CASE r.status WHEN 'denied' THEN 1 END) AS denied
}
RETURN document, document.published AS published, claims, entities, stated, reported, planned, opinion, denied
ORDER BY published, document.id
