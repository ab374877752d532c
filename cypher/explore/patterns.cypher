// title: Which labels are joined by which types, for completion
// column: nodes value
// column: relationships value
CALL db.schema.visualization() YIELD nodes, relationships
RETURN nodes, relationships
