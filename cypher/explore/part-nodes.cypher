// title: Some entities, to be taken away
// param: ids list
// param: claims list "all between the entities when empty"
// param: as_at date?
// column: entity value
// column: alone boolean
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE ($as_at IS NULL OR all(x IN [n] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN properties(n) AS entity, NOT EXISTS {
  MATCH (n)-[r]-(o:Entity)
  WHERE o.id IN $ids AND ($claims = [] OR r.id IN $claims)
    AND ($as_at IS NULL OR all(x IN [r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
} AS alone
