// title: Every claim has a phrase and a place
// question: Which claims do not say where in their document they are found?
// severity: warning
// column: from entity
// column: relation relation
// column: to entity
// column: missing text
// column: claims claims
// answer: {rows|claim lacks|claims lack} a phrase or a place to find it by.
// empty: Every claim has a phrase and a place to find it by.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE r.phrase IS NULL OR r.locator IS NULL
RETURN from, type(r) AS relation, to,
       CASE WHEN r.phrase IS NOT NULL THEN 'place' WHEN r.locator IS NOT NULL THEN 'phrase' ELSE 'phrase and place' END AS missing,
       [r {.id, .status}] AS claims
ORDER BY r.id

// Whether the phrase does stand there, mapper check --documents tells.
