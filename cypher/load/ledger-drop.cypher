// title: Remove the parts of a dataset's ledger but those of one generation
// param: dataset text
// param: keep integer
MATCH (l:Ledger {dataset: $dataset})
WHERE l.generation <> $keep
DELETE l
