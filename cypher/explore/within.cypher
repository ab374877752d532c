// title: Every entity one step away that has not been met
// param: ids list "where to step from"
// param: as_at date?
// column: id text
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r]-(o:Entity)
WHERE ($as_at IS NULL OR all(x IN [e, r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN DISTINCT o.id AS id
