// title: Both commissioner and provider
// question: Who is both commissioner and provider, and so has an institutional conflict of interest?
// param: as_at date? "bodies and claims standing on this day"
// column: body entity
// column: commissions entities "whom it commissions, when that is said"
// column: commissioned_by entities "who commissions it, when that is said"
// column: basis text "a document's own words, or the two sides as the graph knows them"
// column: status status "as firm as the weaker of the two sides"
// column: claims claims
// answer: {rows|body or class is|bodies or classes are} both commissioner and provider{as_at}, first of all {first.body}.
// empty: Nobody is known to be both commissioner and provider{as_at}.
CALL () {
  MATCH (body:Entity)-[:COMMISSIONS]->(:Entity)
  RETURN body
UNION
  MATCH (body:Commissioner)
  RETURN body
UNION
  MATCH (body:Entity)-[:HOLDS_POST_AT|LEADS]->(:Entity)
  RETURN body
}
WITH body
WHERE ($as_at IS NULL OR all(x IN [body] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
CALL (body) {
  OPTIONAL MATCH (body)-[r:COMMISSIONS]->(other:Entity)
  WHERE r.status <> 'denied' AND other <> body
    AND ($as_at IS NULL OR all(x IN [r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH r, other ORDER BY r.id
  RETURN collect(r) AS buying, collect(DISTINCT other) AS commissions
}
CALL (body) {
  OPTIONAL MATCH (other:Entity)-[r:COMMISSIONS]->(body)
  WHERE r.status <> 'denied' AND other <> body
    AND ($as_at IS NULL OR all(x IN [r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH r, other ORDER BY r.id
  RETURN collect(r) AS selling, collect(DISTINCT other) AS commissioned_by
}
CALL (body) {
  OPTIONAL MATCH (body)-[r:HOLDS_POST_AT|LEADS]->(other:Entity)
  WHERE r.status <> 'denied' AND r.role CONTAINS 'provider' AND r.role CONTAINS 'commissioner'
    AND ($as_at IS NULL OR all(x IN [r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH r ORDER BY r.id
  RETURN collect(r) AS told
}
WITH body, buying, selling, told, commissions, commissioned_by,
     (size(buying) > 0 OR body:Commissioner) AND (size(selling) > 0 OR body:Provider) AS by_edges
WHERE by_edges OR size(told) > 0
WITH body, commissions, commissioned_by, by_edges, told, told + CASE WHEN by_edges THEN buying + selling ELSE [] END AS said,
     [leg IN [told, buying, selling] | head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN leg WHERE r.status = s)])] AS legs
RETURN body, commissions, commissioned_by,
       CASE WHEN size(told) > 0 THEN 'said in so many words' ELSE 'read from the two sides' END AS basis,
       last([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE s IN legs]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY basis DESC, body.name

// A side may rest on the body's kind alone, such as an acute trust that commissions
// another: a kind has no claim and so no status.
