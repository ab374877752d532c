// title: What the graph holds of a dataset's documents, and of others with their ids
// param: dataset text
// param: ids list "documents the dataset describes now"
// column: id text
// column: title text
// column: published text
// column: datasets value "that rest on it, the one that describes it first"
// column: hash integer
MATCH (d:Document)
WHERE $dataset IN d.datasets OR d.id IN $ids
RETURN d.id AS id, d.title AS title, d.published AS published, d.datasets AS datasets, d.hash AS hash
