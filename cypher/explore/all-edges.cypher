// title: Every edge, for a checksum over the graph
// column: from text
// column: type text
// column: to text
// column: properties value
MATCH (a)-[r]->(b)
RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties
