// title: What the graph holds of a dataset's claims
// param: dataset text
// column: id text
// column: hash text
MATCH (:Entity)-[r]->(:Entity)
WHERE r.dataset = $dataset
RETURN r.id AS id, r.hash AS hash
