// title: Every edge has a document
// question: Which edges name no document that is in the graph?
// severity: error
// column: from entity
// column: relation relation
// column: to entity
// column: claims claims
// answer: {rows|edge has|edges have} no document behind them.
// empty: Every edge has a document behind it.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE NOT EXISTS { MATCH (:Document {id: r.document}) }
RETURN from, type(r) AS relation, to, [r {.id, .status}] AS claims
ORDER BY r.id
