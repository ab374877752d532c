// title: Remove mentions that no claim supports any more
// param: rows rows "document, entity"
UNWIND $rows AS row
MATCH (:Document {id: row.document})-[m:MENTIONS]->(:Entity {id: row.entity})
DELETE m
