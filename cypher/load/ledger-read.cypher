// title: The fingerprints in a dataset's ledger
// param: dataset text
// param: generation integer
// column: sort text "entities or claims"
// column: part integer
// column: keys value
// column: hashes value
// column: flags value
MATCH (l:Ledger {dataset: $dataset, generation: $generation})
RETURN l.sort AS sort, l.part AS part, l.keys AS keys, l.hashes AS hashes, l.flags AS flags
ORDER BY sort, part
