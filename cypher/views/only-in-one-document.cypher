// title: Only in one document
// question: What does each document add that no other says?
// column: document document
// column: edges integer "pairs joined by a relation that it says something of"
// column: only_here integer "of these, how many no other document has"
// column: shared integer "and how many another has too"
// column: entities integer "mentioned here and in no other document"
// chart: bar x=document y=only_here
// answer: {rows|document says|documents say} {sum.only_here|thing that no other says|things that no other says}; first {first.document} with {first.only_here} of its {first.edges}.
// empty: No document has been loaded.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status <> 'denied'
WITH a, b, type(r) AS relation, collect(DISTINCT r.document) AS ids
UNWIND ids AS id
WITH id, count(*) AS edges, sum(CASE WHEN size(ids) = 1 THEN 1 ELSE 0 END) AS only_here
MATCH (document:Document {id: id})
RETURN document, edges, only_here, edges - only_here AS shared,
       COUNT {
         MATCH (document)-[:MENTIONS]->(e:Entity)
         WHERE COUNT { MATCH (:Document)-[:MENTIONS]->(e) } = 1
       } AS entities
ORDER BY only_here DESC, document.id
