// title: Every acute trust in a collaborative
// question: Which acute trusts that still exist sit in no collaborative, as the planning guidance of 2021 requires?
// severity: warning
// column: trust entity
// column: expected boolean "whether a document expects it in one"
// column: claims claims "of the expectation"
// answer: {rows|acute trust sits|acute trusts sit} in no collaborative that the graph knows of, first {first.trust}.
// empty: Every acute trust that still exists sits in a collaborative.
MATCH (trust:AcuteTrust)
WHERE trust.end IS NULL
  AND NOT EXISTS {
    MATCH (trust)-[r:MEMBER_OF]->(c:Entity)
    WHERE r.status IN ['stated', 'reported'] AND (c:Collaborative OR c.id = 'provider-collaboratives')
  }
OPTIONAL MATCH (trust)-[r:MEMBER_OF]->(c:Entity)
WHERE r.status IN ['planned', 'opinion'] AND (c:Collaborative OR c.id = 'provider-collaboratives')
WITH trust, r ORDER BY r.id
WITH trust, collect(r) AS said
RETURN trust, size(said) > 0 AS expected, [claim IN said | claim {.id, .status}] AS claims
ORDER BY trust.name

// The graph need not know every membership: so this is a warning.
