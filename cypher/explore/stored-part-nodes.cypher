// title: Some nodes as they are stored, to be made again: entities with their identifiers and documents
// param: ids list "entities"
// param: claims list "all between the entities when empty"
// param: as_at date?
// column: key text
// column: labels value
// column: properties value
CALL () {
  UNWIND $ids AS id
  MATCH (n:Entity {id: id})
  WHERE ($as_at IS NULL OR all(x IN [n] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN n
UNION
  UNWIND $ids AS id
  MATCH (a:Entity {id: id})-[r:IDENTIFIED_BY]->(n)
  WHERE ($as_at IS NULL OR all(x IN [a, r] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN n
UNION
  UNWIND $ids AS id
  MATCH (a:Entity {id: id})-[r]->(b:Entity)
  WHERE b.id IN $ids AND ($claims = [] OR r.id IN $claims)
    AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH DISTINCT r.document AS document
  MATCH (n:Document {id: document})
  RETURN n
UNION
  MATCH (n:Dataset)
  RETURN n
}
RETURN [label IN labels(n) WHERE label IN ['Entity', 'Document', 'Identifier', 'Dataset']][0] AS key, labels(n) AS labels, properties(n) AS properties
