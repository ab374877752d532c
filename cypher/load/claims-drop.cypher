// title: Remove claims of one type that are no longer in the dataset
// param: ids list

// TYPE is put in by the store, from the vocabulary: an index serves one type only.
MATCH ()-[r:TYPE]->()
WHERE r.id IN $ids
DELETE r
