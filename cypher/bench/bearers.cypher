// title: Entities of one list of kinds, each with a code, as the server's own LOAD CSV writes them
// param: file text
// param: dataset text
// param: release text

// LABELS is put in by the bench. A row is id, hash, name, kinds, code, its scheme, its
// value, start, end, span.
LOAD CSV FROM $file AS row
CALL (row) {
  MERGE (e:Entity {id: row[0]})
  SET e:LABELS,
      e.name = row[2], e.kinds = split(row[3], '|'), e.codes = [row[4]], e.start = date(row[7]), e.end = date(row[8]), e.span = row[9],
      e.datasets = [$dataset], e.hashes = [toInteger(row[1])], e.first = [$release]
  MERGE (i:Identifier {id: row[4]})
    ON CREATE SET i.scheme = row[5], i.value = row[6]
  MERGE (e)-[:IDENTIFIED_BY]->(i)
} IN TRANSACTIONS OF 10000 ROWS
