// title: How firmly each relation is stated
// question: How much of the graph is fact, and how much plan, report or opinion?
// param: as_at date? "claims standing on this day"
// column: relation relation
// column: claims integer
// column: stated integer
// column: reported integer
// column: planned integer
// column: opinion integer
// column: denied integer
// chart: bar x=relation y=claims
// answer: Of {sum.claims} claims, {sum.stated|is|are} stated as fact{as_at}; the others are reported, planned, opinion or denied.
// empty: No claim stands{as_at}.
// home: 9
MATCH (a:Entity)-[r]->(b:Entity)
WHERE ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN type(r) AS relation, count(r) AS claims,
       count(CASE r.status WHEN 'stated' THEN 1 END) AS stated,
       count(CASE r.status WHEN 'reported' THEN 1 END) AS reported,
       count(CASE r.status WHEN 'planned' THEN 1 END) AS planned,
       count(CASE r.status WHEN 'opinion' THEN 1 END) AS opinion,
       count(CASE r.status WHEN 'denied' THEN 1 END) AS denied
ORDER BY claims DESC, relation
