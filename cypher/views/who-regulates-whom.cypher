// title: Who regulates whom
// question: Who regulates whom, and how firmly is it stated?
// param: as_at date? "edges standing on this day"
// column: regulator entity
// column: regulated entity
// column: attested integer "how many claims say so"
// column: since span "dates of the earliest claim that gives any"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=regulator y=regulated
// answer: {first.regulator} regulating {first.regulated} is {first.status} ({first.attested|claim|claims}); {rows|pair|pairs} in all{as_at}.
// empty: Nobody is said to regulate anybody{as_at}.
// home: 4
MATCH (regulator:Entity)-[r:REGULATES]->(regulated:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [regulator, r, regulated] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH regulator, regulated, r ORDER BY r.start, r.id
WITH regulator, regulated, collect(r) AS said
RETURN regulator, regulated, size(said) AS attested, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS since,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, regulator.name, regulated.name
