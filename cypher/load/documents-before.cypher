// title: What the graph holds of a dataset's documents, and of others with their ids
// param: dataset text
// param: ids list "documents the dataset describes now"
// column: id text
// column: dataset text
// column: hash text
MATCH (d:Document)
WHERE d.dataset = $dataset OR d.id IN $ids
RETURN d.id AS id, d.dataset AS dataset, d.hash AS hash
