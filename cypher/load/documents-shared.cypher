// title: Note that a dataset rests on documents that another describes
// param: dataset text
// param: ids list
MATCH (d:Document)
WHERE d.id IN $ids AND NOT $dataset IN d.datasets
SET d.datasets = d.datasets + $dataset
