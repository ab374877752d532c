// title: Money
// question: Where does money come from and go to, how much, and how firmly is it stated?
// param: as_at date? "money flowing on this day"
// column: from entity
// column: to entity
// column: amount text "as the document gives it"
// column: dates span
// column: purpose text
// column: said_by entities "who says so, where it is not the document itself"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=from y=to
// answer: {rows|flow of money is|flows of money are} on record{as_at}; the first: {first.from} to {first.to}, amount {first.amount}, {first.status}.
// empty: No money is known to go anywhere{as_at}.
MATCH (from:Entity)-[r:FUNDS]->(to:Entity)
WHERE r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [from, r, to] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (speaker:Entity {id: r.speaker})
WITH from, to, r, speaker,
     CASE WHEN r.role =~ '.*[£€$0-9].*' THEN r.role END AS amount,
     CASE WHEN NOT r.role =~ '.*[£€$0-9].*' THEN r.role END AS purpose
ORDER BY r.start, r.id
WITH from, to, amount, purpose, collect(DISTINCT r) AS said, collect(DISTINCT speaker) AS said_by
RETURN from, to, amount, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, purpose, said_by,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY amount IS NULL, from.name, to.name

// An amount stands in the role of the claim, as the document gives it; money for two
// purposes or of two amounts is two rows.
