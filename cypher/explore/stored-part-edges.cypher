// title: The relationships of some entities as they are stored, to be made again
// param: ids list "entities"
// param: claims list "all between the entities when empty"
// param: as_at date?
// column: from_key text
// column: from text
// column: type text
// column: to_key text
// column: to text
// column: properties value
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b)
WHERE (b:Identifier OR b.id IN $ids AND ($claims = [] OR r.id IN $claims))
  AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN 'Entity' AS from_key, a.id AS from, type(r) AS type,
       CASE WHEN b:Entity THEN 'Entity' ELSE 'Identifier' END AS to_key, b.id AS to, properties(r) AS properties
