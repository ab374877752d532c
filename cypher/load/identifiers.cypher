// title: Write which identifiers entities bore, and when
// param: ids list "entities that have been written"
// param: rows rows "entity, id, scheme, value, start, end, span"
CALL () {
  MATCH (e:Entity)-[old:IDENTIFIED_BY]->(:Identifier)
  WHERE e.id IN $ids
  DELETE old
}
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
MERGE (i:Identifier {id: row.id})
  ON CREATE SET i.scheme = row.scheme, i.value = row.value
CREATE (e)-[by:IDENTIFIED_BY]->(i)
SET by.start = row.start, by.end = row.end, by.span = row.span
