// title: The parts of a dataset's ledger, in the order in which they were written
// param: dataset text
// column: generation integer
// column: sort text "entities or claims, rows of these; changed ones say what has changed of rows before"
// column: part integer
MATCH (l:Ledger {dataset: $dataset})
RETURN l.generation AS generation, l.sort AS sort, l.part AS part
ORDER BY generation, part
