// title: The entities at the ends of relationships
// param: nodes list "Neo4j's own ids of the ends"
// column: id text
UNWIND $nodes AS node
MATCH (e:Entity)
WHERE elementId(e) = node
RETURN e.id AS id
