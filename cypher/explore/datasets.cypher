// title: All loaded datasets
// column: dataset value
MATCH (d:Dataset)
RETURN properties(d) AS dataset
ORDER BY d.id
