// title: Entities by their ids
// param: ids list
// param: as_at date?
// column: nodes value
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
CALL (e) {
  OPTIONAL MATCH (e)-[r]-(o:Entity)
  WHERE ($as_at IS NULL OR all(x IN [r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN count(DISTINCT o) AS degree
}
RETURN collect({entity: properties(e), degree: degree}) AS nodes
