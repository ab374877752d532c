// title: The fingerprints in one part of a dataset's ledger
// param: dataset text
// param: generation integer
// param: sort text "entities or claims, or their changes"
// param: part integer
// column: keys value
// column: hashes value
// column: flags value
MATCH (l:Ledger {dataset: $dataset, generation: $generation, sort: $sort, part: $part})
RETURN l.keys AS keys, l.hashes AS hashes, l.flags AS flags
