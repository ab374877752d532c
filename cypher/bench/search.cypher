// title: The 20 best of the names, by the bare full-text index
// param: query text
// column: id text
// column: name text
// column: score number
CALL db.index.fulltext.queryNodes('names', $query, {limit: 20}) YIELD node, score
RETURN node.id AS id, node.name AS name, score
