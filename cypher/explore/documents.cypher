// title: All documents, with how much rests on each
// param: document text? "one document's id; all when left out"
// param: hub integer "how many edges make an entity one that is not walked from"
// column: document value
// column: claims integer
// column: release text "latest or earlier, when it is a release of a dataset"
// column: entities integer

// What the latest release or the only document of a dataset says is what the dataset
// holds, which is written there. Claims of other documents are found from the entities
// they mention, and never by walking from a hub, most of whose edges are of others: of
// two ends one is small, or both are among the few hubs.
MATCH (d:Document)
WHERE $document IS NULL OR d.id = $document
WITH d, COLLECT { MATCH (s:Dataset) WHERE s.id IN d.datasets RETURN s } AS sets
WITH d, sets, [s IN sets WHERE s.release = d.id] AS latest, any(s IN sets WHERE d.id IN s.releases) AS released,
     COUNT { MATCH (o:Document) WHERE any(s IN sets WHERE s.id IN o.datasets) } AS documents
WITH d, CASE WHEN latest <> [] THEN 'latest' WHEN released THEN 'earlier' END AS release,
     CASE WHEN latest <> [] THEN latest WHEN released THEN [] WHEN documents = 1 THEN sets END AS known
CALL (d, known) {
  WITH d, known WHERE known IS NOT NULL
  RETURN reduce(n = 0, s IN known | n + s.claims) AS claims
UNION ALL
  WITH d, known WHERE known IS NULL
  CALL (d) {
    MATCH (d)-[:MENTIONS]->(x:Entity)
    WITH DISTINCT x
    RETURN collect(CASE WHEN COUNT { (x)--() } <= $hub THEN x END) AS small, collect(CASE WHEN COUNT { (x)--() } > $hub THEN x END) AS large
  }
  CALL (d, small, large) {
    UNWIND small AS x
    MATCH (x)-[r]-(y)
    WHERE r.document = d.id AND (startNode(r) = x OR y IN large)
    RETURN count(DISTINCT r) AS n
  UNION ALL
    UNWIND large AS x
    UNWIND large AS y
    MATCH (x)-[r]->(y)
    WHERE r.document = d.id
    RETURN count(r) AS n
  }
  WITH d, sum(n) AS claims // by d, so that nothing gives no row
  RETURN claims
}
RETURN properties(d) AS document, claims, release,
       CASE release WHEN 'latest' THEN reduce(n = 0, s IN known | n + s.entities) ELSE COUNT { MATCH (d)-[:MENTIONS]->(e) RETURN DISTINCT e } END AS entities
ORDER BY d.published, d.id
