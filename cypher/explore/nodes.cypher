// title: Entities by their ids
// param: ids list
// param: as_at date?
// param: many integer "how many edges are too many to look at each"
// column: nodes value
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH e, COUNT { (e)--() } AS edges
CALL (e, edges) {
  OPTIONAL MATCH (e)-[r]-(o:Entity)
  WHERE edges <= $many
    AND ($as_at IS NULL OR all(x IN [r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN count(DISTINCT o) AS near
}
WITH e, CASE WHEN edges <= $many THEN near ELSE edges - COUNT { (e)-[:IDENTIFIED_BY|MENTIONS]-() } END AS degree
RETURN collect({entity: properties(e), degree: degree}) AS nodes
