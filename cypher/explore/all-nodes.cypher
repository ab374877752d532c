// title: Every node, for a checksum over the graph
// column: labels value
// column: properties value
MATCH (n)
WHERE NOT n:Lock AND NOT n:Ledger
RETURN labels(n) AS labels, properties(n) AS properties
