// title: Posts on both sides
// question: Who holds posts at the same time on both sides of a commissioning, regulating or overseeing edge?
// param: as_at date? "posts and edges standing on this day"
// column: person entity
// column: post text "at the one that commissions, regulates or oversees"
// column: one_side entity
// column: relation relation
// column: other_side entity
// column: other_post text
// column: status status "as firm as the weakest of the three"
// column: claims claims
// chart: map x=person y=other_side
// answer: {rows|case of a personal conflict of interest|cases of a personal conflict of interest} in the graph{as_at}: first {first.person}, at {first.one_side} and {first.other_side}.
// empty: Nobody named is known to hold posts on both sides of such an edge at the same time{as_at}.
MATCH (one_side:Entity)-[edge:COMMISSIONS|REGULATES|OVERSEES]->(other_side:Entity)
WHERE edge.status <> 'denied' AND one_side <> other_side
MATCH (one_side)<-[one:HOLDS_POST_AT|LEADS]-(person:Person)-[other:HOLDS_POST_AT|LEADS]->(other_side)
WHERE one.status <> 'denied' AND other.status <> 'denied'
  AND coalesce(person.anonymous, false) = false
  // Three spans share a day exactly when each two of them do; an unknown date is open.
  AND all(x IN [one, edge, other] WHERE all(y IN [one, edge, other] WHERE coalesce(x.start < y.end, true)))
  AND ($as_at IS NULL OR all(x IN [person, one, one_side, edge, other_side, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH person, one_side, edge, other_side, one, other ORDER BY one.id, edge.id, other.id
WITH person, one_side, type(edge) AS relation, other_side, collect(DISTINCT one) AS ones,
     collect(DISTINCT edge) AS edges, collect(DISTINCT other) AS others
WITH *, [leg IN [ones, edges, others] | head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN leg WHERE r.status = s)])] AS legs
RETURN person, head([r IN ones WHERE r.role IS NOT NULL | r.role]) AS post, one_side, relation, other_side,
       head([r IN others WHERE r.role IS NOT NULL | r.role]) AS other_post,
       last([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE s IN legs]) AS status,
       [claim IN ones + edges + others | claim {.id, .status}] AS claims
ORDER BY person.name, one_side.name, other_side.name, relation
