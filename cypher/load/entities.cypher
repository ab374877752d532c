// title: Write entities: their properties and labels become exactly those given
// param: rows rows "id, properties, labels"
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
REMOVE e:$([label IN labels(e) WHERE label <> 'Entity'])
SET e = row.properties
SET e:$(row.labels)
