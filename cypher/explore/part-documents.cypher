// title: The documents behind some claims, to be taken away
// param: ids list "entities"
// param: claims list "all between the entities when empty"
// param: as_at date?
// column: document value
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE b.id IN $ids AND ($claims = [] OR r.id IN $claims)
  AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH DISTINCT r.document AS document
MATCH (d:Document {id: document})
RETURN properties(d) AS document
ORDER BY d.id
