// title: Every relationship as it is stored, to be made again
// param: as_at date?
// column: from_key text
// column: from text
// column: type text
// column: to_key text
// column: to text
// column: properties value
MATCH (a:Entity|Document)-[r]->(b:Entity|Identifier)
WHERE ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN CASE WHEN a:Entity THEN 'Entity' ELSE 'Document' END AS from_key, a.id AS from, type(r) AS type,
       CASE WHEN b:Entity THEN 'Entity' ELSE 'Identifier' END AS to_key, b.id AS to, properties(r) AS properties
