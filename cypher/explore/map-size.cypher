// title: How many entities there are
// column: total integer

// KIND is put in by the store, from the vocabulary: how many nodes have a label is
// written beside it.
MATCH (e:KIND)
RETURN count(e) AS total
