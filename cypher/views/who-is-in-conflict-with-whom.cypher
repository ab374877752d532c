// title: Who is in conflict with whom
// question: Who is said to stand against whom, or to have a conflict of interest with whom, and over what?
// param: as_at date? "conflicts standing on this day"
// column: one entity
// column: other entity
// column: over text
// column: attested integer "how many claims say so"
// column: said_by entities "who says so, where it is not the document itself"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=one y=other
// answer: {rows|conflict is|conflicts are} on record{as_at}, the most attested between {first.one} and {first.other} ({first.attested|claim|claims}).
// empty: Nobody is said to be in conflict with anybody{as_at}.
MATCH (one:Entity)-[r:CONFLICTS_WITH]->(other:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [one, r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (speaker:Entity {id: r.speaker})
WITH one, other, r, speaker ORDER BY r.id
WITH one, other, collect(DISTINCT r) AS said, collect(DISTINCT speaker) AS said_by, collect(DISTINCT r.role) AS roles
RETURN one, other, reduce(text = head(roles), role IN tail(roles) | text + '; ' + role) AS over,
       size(said) AS attested, said_by,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, one.name, other.name
