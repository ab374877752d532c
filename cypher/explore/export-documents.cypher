// title: Every document, to be taken away
// column: document value
MATCH (d:Document)
RETURN properties(d) AS document
ORDER BY d.id
