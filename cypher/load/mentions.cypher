// title: Write which entities a document mentions, by how many claims
// param: rows rows "document, entity, claims"
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (e:Entity {id: row.entity})
MERGE (d)-[m:MENTIONS]->(e)
SET m.claims = row.claims
