// title: What the graph holds of some entities
// param: ids list
// column: entity value
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN properties(e) AS entity
