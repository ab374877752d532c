// title: Every node as it is stored, to be made again
// param: as_at date?
// column: key text
// column: labels value
// column: properties value
MATCH (n:Entity|Document|Identifier|Dataset)
WHERE ($as_at IS NULL OR all(x IN [n] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN [label IN labels(n) WHERE label IN ['Entity', 'Document', 'Identifier', 'Dataset']][0] AS key, labels(n) AS labels, properties(n) AS properties
