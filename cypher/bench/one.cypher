// title: One entity by its id
// param: id text
// column: id text
// column: name text
MATCH (e:Entity {id: $id})
RETURN e.id AS id, e.name AS name
