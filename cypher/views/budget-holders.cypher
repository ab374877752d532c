// title: Budget holders
// question: Who holds the budget for whom, and how firmly is it stated?
// param: as_at date? "edges standing on this day"
// column: holder entity
// column: for_whom entity
// column: dates span
// column: attested integer "how many claims say so"
// column: said_by entities "who says so, where it is not the document itself"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=holder y=for_whom
// answer: {first.holder} holding the budget for {first.for_whom} is {first.status}; {rows|pair|pairs} in all{as_at}.
// empty: Nobody is said to hold another's budget{as_at}.
MATCH (holder:Entity)-[r:HOLDS_BUDGET_FOR]->(for_whom:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [holder, r, for_whom] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (speaker:Entity {id: r.speaker})
WITH holder, for_whom, r, speaker ORDER BY r.start, r.id
WITH holder, for_whom, collect(DISTINCT r) AS said, collect(DISTINCT speaker) AS said_by
RETURN holder, for_whom, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, size(said) AS attested, said_by,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, holder.name, for_whom.name
