// title: What the graph holds of a dataset's entities
// param: dataset text
// param: ids list "entities the dataset describes now"
// column: entity value
MATCH (e:Entity)
WHERE $dataset IN e.datasets OR e.id IN $ids
RETURN properties(e) AS entity
