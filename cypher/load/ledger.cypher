// title: Write a part of a dataset's ledger: fingerprints of its rows, by which the next load tells what has changed
// param: properties value
CREATE (l:Ledger)
SET l = $properties
