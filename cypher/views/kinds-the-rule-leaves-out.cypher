// title: Kinds of provider that the rule leaves out
// question: Which kinds of provider does the rule on joining a collaborative leave out?
// param: as_at date? "claims standing on this day"
// column: rule entity "who says that others must join"
// column: left_out entity
// column: how text "said by a document, or passed over by the rule although documents give it a part in collaboratives"
// column: status status "of the claims; denied means that a document denies the requirement"
// column: documents documents
// column: claims claims
// answer: {first.rule} leaves out {rows|kind of provider|kinds of provider}{as_at}, first of all {first.left_out}.
// empty: No rule is known that makes some kinds of provider join a collaborative and leaves out others{as_at}.
MATCH (rule:Policy)-[demand:REQUIRES]->(required:Entity)-[m:MEMBER_OF]->(target:Entity)
WHERE demand.status <> 'denied' AND m.speaker = rule.id
  AND (target:Collaborative OR target.id = 'provider-collaboratives')
  AND ($as_at IS NULL OR all(x IN [rule, demand, required, m, target] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT rule, target
CALL (rule, target) {
  // In so many words: here a denied claim is the answer, not something to leave out.
  MATCH (rule)-[r:REQUIRES]->(left_out:Entity)
  WHERE r.status = 'denied'
    AND ($as_at IS NULL OR all(x IN [r, left_out] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN left_out, r, 'said to be left out' AS how
UNION
  // By silence: a member or builder of collaboratives that the rule does not name.
  MATCH (left_out:Entity)-[r:MEMBER_OF|SUPPORTS]->(target)
  WHERE left_out:Group AND r.status <> 'denied'
    AND (type(r) = 'MEMBER_OF' OR r.role STARTS WITH 'key role')
    AND NOT EXISTS { MATCH (rule)-[:REQUIRES]->(left_out) }
    AND ($as_at IS NULL OR all(x IN [r, left_out] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN left_out, r, 'not named by the rule' AS how
}
MATCH (d:Document {id: r.document})
WITH rule, left_out, how, r, d ORDER BY r.id
WITH rule, left_out, how, collect(r) AS said, collect(DISTINCT d) AS documents
RETURN rule, left_out, how,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       documents,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY rule.name, how DESC, left_out.name

// The rule is whatever both makes a requirement of a class and is the speaker of
// that class's membership in a collaborative.
