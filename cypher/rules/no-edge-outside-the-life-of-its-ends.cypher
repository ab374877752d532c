// title: No edge outside the life of its ends
// question: Which edges start before or end after one of their ends existed?
// severity: error
// column: from entity
// column: relation relation
// column: to entity
// column: dates span
// column: claims claims
// answer: {rows|edge stands|edges stand} outside the life of an end.
// empty: No edge stands outside the life of its ends.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE NOT type(r) IN ['SUCCEEDED_BY', 'SPOKE_ABOUT', 'PROPOSES']
  AND any(x IN [from, to] WHERE r.start < x.start OR x.end <= r.start OR x.end < r.end OR r.end <= x.start)
RETURN from, type(r) AS relation, to, r.span AS dates, [r {.id, .status}] AS claims
ORDER BY r.id
