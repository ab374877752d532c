// title: Remove claims of a dataset
// param: dataset text
// param: ids list
MATCH (:Entity)-[r]->(:Entity)
WHERE r.dataset = $dataset AND r.id IN $ids
DELETE r
