// title: Remove the parts of a dataset's ledger but those of some generations
// param: dataset text
// param: from integer
// param: to integer
MATCH (l:Ledger {dataset: $dataset})
WHERE NOT $from <= l.generation <= $to
DELETE l
