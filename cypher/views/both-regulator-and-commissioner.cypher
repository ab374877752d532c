// title: Both regulator and commissioner
// question: Which bodies, or bodies that work as one, both regulate and commission?
// param: as_at date? "bodies and claims standing on this day"
// column: body entity "itself, or a joint arrangement of several"
// column: regulates_as entities "who in it regulates"
// column: commissions_as entities "who in it commissions"
// column: status status "of the claims it rests on, the weakest; none where the kinds alone show it"
// column: claims claims
// answer: {rows|body|bodies} both regulating and commissioning{as_at}: first {first.body}, which regulates as {first.regulates_as} and commissions as {first.commissions_as}.
// empty: No body is known both to regulate and to commission{as_at}.
CALL () {
  MATCH (body:Entity)-[:REGULATES]->(:Entity)
  RETURN body
UNION
  MATCH (body:Regulator)
  RETURN body
UNION
  MATCH (body:JointArrangement)
  RETURN body
}
WITH body
WHERE ($as_at IS NULL OR all(x IN [body] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
CALL (body) {
  // The body itself, and those that work jointly as it.
  RETURN body AS part, null AS joins
UNION
  MATCH (part:Entity)-[joins:WORKS_JOINTLY_AS]->(body)
  WHERE joins.status <> 'denied'
    AND ($as_at IS NULL OR all(x IN [part, joins] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN part, joins
}
CALL (part, joins) {
  OPTIONAL MATCH (part)-[r:REGULATES]->(other:Entity)
  WHERE r.status <> 'denied'
    AND coalesce(r.start < joins.end, true) AND coalesce(joins.start < r.end, true)
    AND ($as_at IS NULL OR all(x IN [r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH r ORDER BY r.id
  RETURN collect(r) AS regulating
}
CALL (part, joins) {
  OPTIONAL MATCH (part)-[r:COMMISSIONS]->(other:Entity)
  WHERE r.status <> 'denied'
    AND coalesce(r.start < joins.end, true) AND coalesce(joins.start < r.end, true)
    AND ($as_at IS NULL OR all(x IN [r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH r ORDER BY r.id
  RETURN collect(r) AS commissioning
}
WITH body, part, joins, regulating, commissioning,
     size(regulating) > 0 OR part:Regulator AS regulates,
     size(commissioning) > 0 OR part:Commissioner AS commissions
WHERE regulates OR commissions
WITH body, part, joins, regulates, commissions, regulating + commissioning AS own ORDER BY joins.id, part.name
WITH body, collect(DISTINCT CASE WHEN regulates THEN part END) AS regulates_as,
     collect(DISTINCT CASE WHEN commissions THEN part END) AS commissions_as,
     collect(joins) + reduce(all_said = [], one IN collect(own) | all_said + one) AS said
WHERE size(regulates_as) > 0 AND size(commissions_as) > 0
RETURN body, regulates_as, commissions_as,
       last([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY body.name

// What a partner did before or after the joint working is not the arrangement's.
