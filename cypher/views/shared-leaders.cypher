// title: Shared leaders
// question: Which named people lead or hold posts at several bodies at the same time?
// param: as_at date? "posts held on this day"
// param: person entity? "only this person"
// column: person entity
// column: bodies entities
// column: number integer "how many bodies"
// column: posts text
// column: status status "the firmest among the claims"
// column: claims claims
// chart: bar x=person y=number
// answer: {rows|person leads or holds|people lead or hold} posts at several bodies at a time{as_at}; most: {first.person}, at {first.number|body|bodies}.
// empty: Nobody named is known to lead or hold posts at several bodies at a time{as_at}.
MATCH (body:Entity)<-[r:HOLDS_POST_AT|LEADS]-(person:Person)-[q:HOLDS_POST_AT|LEADS]->(other:Entity)
WHERE body <> other
  AND ($person IS NULL OR person.id = $person)
  AND r.status <> 'denied' AND q.status <> 'denied'
  AND coalesce(person.anonymous, false) = false
  // A body and its own division are not two.
  AND NOT EXISTS { MATCH (body)-[part:PART_OF]-(other) WHERE part.status <> 'denied' }
  AND coalesce(r.start < q.end, true) AND coalesce(q.start < r.end, true)
  AND ($as_at IS NULL OR all(x IN [person, r, body, q, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT person, body, r
ORDER BY body.name, r.id
WITH person, collect(DISTINCT body) AS bodies, collect(r) AS said, collect(DISTINCT r.role) AS roles
RETURN person, bodies, size(bodies) AS number,
       reduce(text = head(roles), role IN tail(roles) | text + '; ' + role) AS posts,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY number DESC, person.name

// Each body's tie is met from both sides, so that every body at which a post overlaps
// with one elsewhere is in the list.
