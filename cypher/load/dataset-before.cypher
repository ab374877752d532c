// title: What the graph holds of a dataset itself
// param: dataset text
// column: hash text
// column: content text "fingerprint of all its rows"
OPTIONAL MATCH (d:Dataset {id: $dataset})
RETURN d.hash AS hash, d.content AS content
