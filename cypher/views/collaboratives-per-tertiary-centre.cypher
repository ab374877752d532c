// title: Collaboratives per tertiary centre
// question: How many provider collaboratives does each tertiary centre sit in?
// param: as_at date? "count memberships standing on this day"
// column: centre entity
// column: collaboratives integer "provider collaboratives: named ones, plus unnamed ones that a claim counts"
// column: named integer "how many of them have a name"
// column: others integer "named collaboratives of other kinds, such as Cancer Alliances and clinical networks"
// column: in_all integer
// column: status status "how firmly the memberships in this row are stated; planned includes expected"
// column: said_by entities "who says so, where it is not the document itself"
// column: claims claims
// chart: bar x=centre y=in_all
// answer: {first.centre} sits in {first.collaboratives|provider collaborative|provider collaboratives}, {first.status}{as_at}; {sum.others|membership|memberships} of named alliances and networks beside that.
// empty: The graph knows of no tertiary centre{as_at}.
// home: 1
MATCH (centre:TertiaryCentre)
WHERE ($as_at IS NULL OR all(x IN [centre] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (centre)-[r:MEMBER_OF]->(c:Entity)
WHERE (c:Collaborative OR c.id = 'provider-collaboratives')
  AND r.status <> 'denied'
  AND ($as_at IS NULL OR all(x IN [r, c] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (speaker:Entity {id: r.speaker})
WITH centre, c, r, speaker ORDER BY r.id
WITH centre, r.status AS status,
     count(DISTINCT CASE WHEN c:ProviderCollaborative THEN c END) AS named,
     count(DISTINCT CASE WHEN c:Collaborative AND NOT c:ProviderCollaborative THEN c END) AS others,
     coalesce(max(CASE WHEN c:Group THEN r.count END), 0) AS unnamed,
     collect(DISTINCT speaker) AS said_by,
     [claim IN collect(DISTINCT r) | claim {.id, .status}] AS claims
RETURN centre, named + unnamed AS collaboratives, named, others, named + unnamed + others AS in_all, status, said_by, claims
ORDER BY collaboratives DESC, others DESC, centre.name, status

// A class of collaboratives stands for as many unnamed ones as the claim counts.
// Two claims that count the same class are two attestations, not twice the number.
