// title: Remove mentions that no claim of a dataset supports any more
// param: dataset text
// param: rows rows "document, entity"
UNWIND $rows AS row
MATCH (:Document {id: row.document})-[m:MENTIONS {dataset: $dataset}]->(:Entity {id: row.entity})
DELETE m
