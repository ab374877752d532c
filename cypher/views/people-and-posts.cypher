// title: People and their posts
// question: Who holds which post where?
// param: as_at date? "posts held on this day"
// column: person entity
// column: post text
// column: at entity
// column: dates span
// column: status status
// column: documents documents
// column: claims claims
// chart: map x=person y=at
// answer: {rows|post is|posts are} known of named people{as_at}.
// empty: No named person is known to hold a post{as_at}.
// home: 5
MATCH (person:Person)-[r:HOLDS_POST_AT]->(at:Entity)
WHERE r.status <> 'denied'
  AND coalesce(person.anonymous, false) = false
  AND ($as_at IS NULL OR all(x IN [person, r, at] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
MATCH (d:Document {id: r.document})
WITH person, at, r, d ORDER BY r.start, r.id
WITH person, at, r.role AS post, collect(r) AS said, collect(DISTINCT d) AS documents
RETURN person, post, at, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       documents,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY person.name, post, at.name
