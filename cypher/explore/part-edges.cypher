// title: The claims between some entities, to be taken away
// param: ids list
// param: claims list "all between the entities when empty"
// param: as_at date?
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: document value
// column: speaker value
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
WHERE b.id IN $ids AND ($claims = [] OR r.id IN $claims)
  AND ($as_at IS NULL OR all(x IN [a, r, b] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
OPTIONAL MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Entity {id: r.speaker})
RETURN a {.id, .name, .kinds, .anonymous, .stub, .span} AS from, b {.id, .name, .kinds, .anonymous, .stub, .span} AS to,
       type(r) AS relation, properties(r) AS claim, d {.id, .title} AS document, s {.id, .name} AS speaker
