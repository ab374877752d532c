// title: Commission and collaborate
// question: Which pairs both commission and collaborate with each other?
// param: as_at date? "edges standing on this day"
// column: commissioner entity
// column: provider entity
// column: commissioning status "how firmly it is said that the one commissions the other"
// column: collaborating status "how firmly it is said that they collaborate"
// column: claims claims
// chart: map x=commissioner y=provider
// answer: {rows|pair does|pairs do} both{as_at}: {first.commissioner} commissioning {first.provider} is {first.commissioning}, their collaboration {first.collaborating}.
// empty: No commissioner is said to collaborate with those it commissions{as_at}.
// home: 11
MATCH (commissioner:Entity)-[buys:COMMISSIONS]->(provider:Entity)
MATCH (commissioner)-[joins:COLLABORATES_WITH]-(provider)
WHERE buys.status <> 'denied' AND joins.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [commissioner, buys, joins, provider] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH commissioner, provider, buys, joins ORDER BY buys.id, joins.id
WITH commissioner, provider, collect(DISTINCT buys) AS bought, collect(DISTINCT joins) AS joined
RETURN commissioner, provider,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN bought WHERE r.status = s)]) AS commissioning,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN joined WHERE r.status = s)]) AS collaborating,
       [claim IN bought + joined | claim {.id, .status}] AS claims
ORDER BY size(bought) + size(joined) DESC, commissioner.name, provider.name
