// title: Possibly the same
// question: Which two entities may be one and the same, and on what evidence?
// column: one entity
// column: other entity
// column: why text "in the mapper's own words"
// column: dates span
// column: documents documents
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=one y=other
// answer: {rows|pair is|pairs are} possibly one and the same, first {first.one} and {first.other} ({first.status}); nothing is merged.
// empty: No two entities are thought to be one and the same.
MATCH (one:Entity)-[r:POSSIBLY_SAME_AS]->(other:Entity)
WHERE r.status <> 'denied'
MATCH (d:Document {id: r.document})
WITH one, other, r, d ORDER BY r.id
WITH one, other, collect(r) AS said, collect(DISTINCT d) AS documents
RETURN one, other, head([r IN said WHERE r.note IS NOT NULL | r.note]) AS why, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, documents,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY one.name, other.name
