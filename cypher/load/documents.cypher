// title: Write documents
// param: rows rows "id, properties, datasets"
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d = row.properties, d.datasets = row.datasets
