// title: Where documents disagree
// question: Where do documents disagree, with each other or within themselves?
// column: from entity
// column: relation relation
// column: to entity
// column: over text "what they differ in"
// column: documents documents
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=from y=to
// answer: {rows|disagreement|disagreements} on record; the first: {first.from} and {first.to}, where {first.over}.
// empty: No document is found to contradict another, or itself.
CALL () {
  // What is planned is not yet so, and a denial that it is so does not contradict it.
  MATCH (from:Entity)-[r]->(to:Entity)
  WHERE r.status <> 'planned' AND type(r) <> 'SPOKE_ABOUT'
  WITH from, to, r ORDER BY r.id
  WITH from, type(r) AS relation, to, collect(r) AS said
  WHERE any(r IN said WHERE r.status = 'denied') AND any(r IN said WHERE r.status <> 'denied')
  RETURN from, relation, to, 'one says so and another denies it' AS over, said
UNION
  MATCH (from:Entity)-[backs:SUPPORTS]->(to:Entity)<-[doubts:OPPOSES]-(from)
  WHERE backs.status <> 'denied' AND doubts.status <> 'denied'
  WITH from, to, backs, doubts ORDER BY backs.id, doubts.id
  WITH from, to, collect(DISTINCT backs) + collect(DISTINCT doubts) AS said
  RETURN from, 'SUPPORTS' AS relation, to, 'one sees backing and another wariness' AS over, said
UNION
  MATCH (from:Entity)-[r]->(to:Entity)
  WHERE r.status <> 'denied' AND r.count IS NOT NULL
  WITH from, to, r ORDER BY r.id
  WITH from, type(r) AS relation, to, coalesce(r.role, '') AS role, collect(r) AS said, count(DISTINCT r.count) AS numbers
  WHERE numbers > 1
  RETURN from, relation, to, 'they give different numbers' AS over, said
UNION
  // A year and a day of that year agree; two years, or two days, do not.
  MATCH (from:Entity)-[r:SUCCEEDED_BY]->(to:Entity)<-[q:SUCCEEDED_BY]-(from)
  WHERE r.id < q.id AND r.status <> 'denied' AND q.status <> 'denied'
  WITH from, to, r, q, split(r.span, '..')[0] AS one, split(q.span, '..')[0] AS other
  WHERE NOT one STARTS WITH other AND NOT other STARTS WITH one
  RETURN from, 'SUCCEEDED_BY' AS relation, to, 'they give different dates' AS over, [r, q] AS said
}
UNWIND said AS r
MATCH (d:Document {id: r.document})
WITH from, relation, to, over, said, d ORDER BY d.published, d.id
WITH from, relation, to, over, said, collect(DISTINCT d) AS documents
RETURN from, relation, to, over, documents,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY over, from.name, to.name
