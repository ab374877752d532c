// title: Agreements and their parties
// question: Which agreements are there, and who is or is to be a party to them?
// param: as_at date? "agreements standing on this day"
// column: agreement entity
// column: party entity
// column: about text
// column: how_many integer "unnamed parties or agreements, when a claim counts them"
// column: dates span
// column: said_by entities "who says so, where it is not the document itself"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=party y=agreement
// answer: {rows|tie|ties} of a party to an agreement{as_at}; the first: {first.party} to {first.agreement}, {first.status}.
// empty: Nobody is known to be a party to an agreement{as_at}.
MATCH (party:Entity)-[r:PARTY_TO]->(agreement:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [party, r, agreement] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (speaker:Entity {id: r.speaker})
WITH agreement, party, r, speaker ORDER BY r.start, r.id
WITH agreement, party, collect(DISTINCT r) AS said, collect(DISTINCT speaker) AS said_by
RETURN agreement, party, head([r IN said WHERE r.role IS NOT NULL | r.role]) AS about,
       head([r IN said WHERE r.count IS NOT NULL | r.count]) AS how_many,
       head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, said_by,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY agreement.name, party.name
