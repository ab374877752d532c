// title: Take documents from a dataset, and remove those that no other rests on
// param: dataset text
// param: ids list
MATCH (d:Document)
WHERE d.id IN $ids
SET d.datasets = [x IN d.datasets WHERE x <> $dataset]
WITH d
WHERE d.datasets = []
DETACH DELETE d
