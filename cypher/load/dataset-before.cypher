// title: What the graph holds of a dataset itself
// param: dataset text
// column: hash text
OPTIONAL MATCH (d:Dataset {id: $dataset})
RETURN d.hash AS hash
