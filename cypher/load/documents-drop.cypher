// title: Remove documents
// param: ids list
MATCH (d:Document)
WHERE d.id IN $ids
DETACH DELETE d
