// title: Entities that come after one, by their ids
// param: after text
// param: rows integer
// column: id text
// column: name text
// column: start text
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id, e.name AS name, e.start AS start
LIMIT $rows
