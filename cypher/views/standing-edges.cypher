// title: Edges standing on a day
// question: Which edges between named bodies and people stand on a given day?
// param: as_at date? "the day; all edges when left out"
// param: relation relation? "only this relation"
// column: from entity
// column: relation relation
// column: to entity
// column: dates span
// column: attested integer "how many claims say so"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=from y=to
// answer: {rows|edge stands|edges stand} between named bodies and people{as_at}.
// empty: No edge stands{as_at}.
// home: 8
MATCH (from:Entity)-[r]->(to:Entity)
WHERE ($relation IS NULL OR type(r) = $relation)
  AND r.status <> 'denied'
  AND NOT from:Group AND NOT to:Group
  AND coalesce(from.anonymous, false) = false AND coalesce(to.anonymous, false) = false
  AND NOT type(r) IN ['SPOKE_ABOUT', 'POSSIBLY_SAME_AS']
  AND ($as_at IS NULL OR all(x IN [from, r, to] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH from, r, to ORDER BY r.start, r.id
WITH from, type(r) AS relation, to, collect(r) AS said
RETURN from, relation, to, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, size(said) AS attested,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY relation, from.name, to.name
