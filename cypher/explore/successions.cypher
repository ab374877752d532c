// title: Who took over from whom between two days
// param: ids list "entities"
// param: after date? "the first day, on which it had not happened yet; none for any time"
// param: until date? "the last day; none for any time"
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: renamed boolean "one body under two names"

// TYPE is put in by the store: the relations that tell of one day. A body that has
// another name from a day on is, here as in the registers, the succession that says so
// in its role. What is merely planned or denied has not happened.
MATCH (n:Entity)
WHERE n.id IN $ids
MATCH (n)-[r:TYPE]-(:Entity)
WHERE r.status IN ['stated', 'reported'] AND r.start IS NOT NULL
  AND coalesce($after < r.start, true) AND coalesce(r.start <= $until, true)
WITH DISTINCT r
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       type(r) AS relation, properties(r) AS claim, coalesce(toLower(r.role) CONTAINS 'renam', false) AS renamed
ORDER BY r.start, r.id
