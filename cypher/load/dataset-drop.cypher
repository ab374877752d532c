// title: Forget a dataset
// param: dataset text
MATCH (d:Dataset {id: $dataset})
DELETE d
