// title: How often an edge is attested
// question: Which edges are attested more than once, and by how many documents and speakers?
// param: as_at date? "edges standing on this day"
// param: relation relation? "only this relation"
// column: from entity
// column: relation relation
// column: to entity
// column: attested integer "how many claims say so"
// column: documents integer "in how many documents"
// column: speakers integer "by how many others than the documents themselves"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=from y=to
// answer: {rows|edge is|edges are} attested more than once{as_at}, most often {first.from} and {first.to} ({first.attested} claims, {first.documents|document|documents}).
// empty: No edge is attested more than once{as_at}.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE r.status <> 'denied'
  AND ($relation IS NULL OR type(r) = $relation)
  AND type(r) <> 'SPOKE_ABOUT'
  AND ($as_at IS NULL OR all(x IN [from, r, to] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH from, r, to ORDER BY r.id
WITH from, type(r) AS relation, to, collect(r) AS said,
     count(DISTINCT r.document) AS documents, count(DISTINCT r.speaker) AS speakers
WHERE size(said) > 1
RETURN from, relation, to, size(said) AS attested, documents, speakers,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, documents DESC, relation, from.name, to.name
