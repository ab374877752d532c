// title: Who leads what
// question: Which named people or bodies lead which bodies and partnerships?
// param: as_at date? "leading on this day"
// param: led entity? "only who leads this one"
// column: leader entity
// column: led entity
// column: as_what text
// column: dates span
// column: status status "the firmest among the claims"
// column: documents documents
// column: claims claims
// chart: map x=leader y=led
// answer: {rows|lead is|leads are} known by name{as_at}; the first: {first.leader}, {first.as_what}, of {first.led}.
// empty: Nobody with a name is known to lead anything{as_at}.
MATCH (leader:Entity)-[r:LEADS]->(led:Entity)
WHERE r.status <> 'denied'
  AND NOT leader:Group AND coalesce(leader.anonymous, false) = false
  AND ($led IS NULL OR led.id = $led)
  AND ($as_at IS NULL OR all(x IN [leader, r, led] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
MATCH (d:Document {id: r.document})
WITH leader, led, r, d ORDER BY r.start, r.id
WITH leader, led, collect(r) AS said, collect(DISTINCT d) AS documents
RETURN leader, led, head([r IN said WHERE r.role IS NOT NULL | r.role]) AS as_what,
       head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       documents,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY leader.name, led.name
