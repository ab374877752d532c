// title: Documents by their ids
// param: ids list
// column: document value
MATCH (d:Document)
WHERE d.id IN $ids
RETURN properties(d) AS document
ORDER BY d.published, d.id
