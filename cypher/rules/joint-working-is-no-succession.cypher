// title: Joint working is no succession
// question: Which successions are only an arrangement to work jointly?
// severity: error
// column: from entity
// column: to entity
// column: claims claims
// answer: {rows|succession is|successions are} no more than joint working, first {first.from} and {first.to}.
// empty: No arrangement to work jointly is taken for a succession in law.
MATCH (from:Entity)-[r:SUCCEEDED_BY]->(to:JointArrangement)
WHERE r.status <> 'denied' AND NOT from:JointArrangement
RETURN from, to, [r {.id, .status}] AS claims
ORDER BY r.id

// A joint arrangement is no body in law, and so nobody's successor; one arrangement
// may follow another, and a body may follow an arrangement.
