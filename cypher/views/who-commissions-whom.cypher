// title: Who commissions whom
// question: Who commissions whom, and how firmly is it stated?
// param: as_at date? "edges standing on this day"
// column: commissioner entity
// column: provider entity
// column: attested integer "how many claims say so"
// column: since span "dates of the earliest claim that gives any"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=commissioner y=provider
// answer: {first.commissioner} commissioning {first.provider} is {first.status} ({first.attested|claim|claims}); {rows|pair|pairs} in all{as_at}.
// empty: Nobody is said to commission anybody{as_at}.
// home: 3
MATCH (commissioner:Entity)-[r:COMMISSIONS]->(provider:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [commissioner, r, provider] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH commissioner, provider, r ORDER BY r.start, r.id
WITH commissioner, provider, collect(r) AS said
RETURN commissioner, provider, size(said) AS attested, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS since,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, commissioner.name, provider.name
