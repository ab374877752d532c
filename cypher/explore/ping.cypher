// title: Does the graph answer?
// column: one integer
RETURN 1 AS one
