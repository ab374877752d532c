// title: Write which entities a document mentions, by how many claims of a dataset
// param: dataset text
// param: rows rows "document, entity, claims"
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (e:Entity {id: row.entity})
MERGE (d)-[m:MENTIONS {dataset: $dataset}]->(e)
SET m.claims = row.claims
