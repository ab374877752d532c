// title: Remove claims of one type that are written anew
// param: ids list
// column: id text
// column: first text "document in which it was first seen"

// TYPE is put in by the store, from the vocabulary: an index serves one type only.
MATCH ()-[r:TYPE]->()
WHERE r.id IN $ids
WITH r, r.id AS id, r.first AS first
DELETE r
RETURN id, first
