// title: Remove those of some identifiers that nothing bears any more
// param: ids list
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
WHERE NOT (i)<-[:IDENTIFIED_BY]-()
DELETE i
