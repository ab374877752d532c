// title: Acute trusts in no collaborative
// question: Which acute trusts sit in no collaborative yet?
// param: as_at date? "trusts and memberships standing on this day"
// param: kind kind? "the kind of collaborative that counts, such as ProviderCollaborative; any when left out"
// column: trust entity
// column: life span
// column: expected integer "collaboratives that it is only planned or thought to join"
// column: status status "of these expectations"
// column: claims claims
// answer: {rows|acute trust sits|acute trusts sit} in no collaborative that the graph knows of{as_at}; {sum.expected|membership is|memberships are} only expected.
// empty: Every acute trust in the graph sits in a collaborative{as_at}, or there is none.
MATCH (trust:AcuteTrust)
WHERE ($as_at IS NULL OR all(x IN [trust] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  AND NOT EXISTS {
    MATCH (trust)-[r:MEMBER_OF]->(c:Entity)
    WHERE r.status IN ['stated', 'reported']
      AND (c:Collaborative AND ($kind IS NULL OR $kind IN labels(c)) OR c.id = 'provider-collaboratives')
      AND ($as_at IS NULL OR all(x IN [r, c] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  }
CALL (trust) {
  MATCH (trust)-[r:MEMBER_OF]->(c:Entity)
  WHERE r.status IN ['planned', 'opinion']
    AND (c:Collaborative AND ($kind IS NULL OR $kind IN labels(c)) OR c.id = 'provider-collaboratives')
    AND ($as_at IS NULL OR all(x IN [r, c] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH c, r ORDER BY r.id
  WITH c, max(coalesce(r.count, 1)) AS number, collect(r) AS said
  RETURN sum(number) AS expected, reduce(all_said = [], one IN collect(said) | all_said + one) AS said
}
RETURN trust, trust.span AS life, expected,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY trust.name

// A trust is in none as long as no document states or reports that it is in one:
// the graph does not know everything, and what is planned is not yet so.
