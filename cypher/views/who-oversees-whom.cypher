// title: Who oversees whom
// question: Who holds whom to account without being its regulator, and how firmly is it stated?
// param: as_at date? "edges standing on this day"
// column: overseer entity
// column: overseen entity
// column: attested integer "how many claims say so"
// column: since span "dates of the earliest claim that gives any"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=overseer y=overseen
// answer: {first.overseer} overseeing {first.overseen} is {first.status} ({first.attested|claim|claims}); {rows|pair|pairs} in all{as_at}.
// empty: Nobody is said to oversee anybody{as_at}.
MATCH (overseer:Entity)-[r:OVERSEES]->(overseen:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [overseer, r, overseen] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH overseer, overseen, r ORDER BY r.start, r.id
WITH overseer, overseen, collect(r) AS said
RETURN overseer, overseen, size(said) AS attested, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS since,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, overseer.name, overseen.name
