// title: Whether the graph holds nothing but the lock of loads
// column: empty boolean
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:Lock } AS empty
