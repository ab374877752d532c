// title: Entities of one list of kinds, as the server's own LOAD CSV writes them
// param: file text
// param: dataset text
// param: release text

// LABELS is put in by the bench. A row is id, hash, name, kinds.
LOAD CSV FROM $file AS row
CALL (row) {
  MERGE (e:Entity {id: row[0]})
  SET e:LABELS,
      e.name = row[2], e.kinds = split(row[3], '|'), e.datasets = [$dataset], e.hashes = [toInteger(row[1])], e.first = [$release]
} IN TRANSACTIONS OF 10000 ROWS
