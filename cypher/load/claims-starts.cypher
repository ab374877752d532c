// title: Where claims of one type start
// param: ids list
// column: from text

// TYPE is put in by the store, from the vocabulary: an index serves one type only.
MATCH (a:Entity)-[r:TYPE]->()
WHERE r.id IN $ids
RETURN a.id AS from
