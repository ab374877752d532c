// title: The ids in one part of a dataset's ledger
// param: dataset text
// param: generation integer
// param: sort text
// param: part integer
// column: ids value
MATCH (l:Ledger {dataset: $dataset, generation: $generation, sort: $sort, part: $part})
RETURN l.ids AS ids
