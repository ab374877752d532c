// title: The ends of a claim of one type
// param: id text "dataset:claim"
// column: from text
// column: relation text
// column: to text

// TYPE is put in by the store, from the vocabulary: an index serves one type only.
MATCH ()-[r:TYPE {id: $id}]->()
RETURN startNode(r).id AS from, type(r) AS relation, endNode(r).id AS to
