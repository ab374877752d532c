// title: Write which identifiers entities bore, and when
// param: rows rows "entity, id, scheme, value, start, end, span"
UNWIND $rows AS row
MATCH (e:Entity {id: row[0]})
MERGE (i:Identifier {id: row[1]})
  ON CREATE SET i.scheme = row[2], i.value = row[3]
CREATE (e)-[by:IDENTIFIED_BY]->(i)
SET by.start = row[4], by.end = row[5], by.span = row[6]
