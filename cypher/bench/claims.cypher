// title: Claims of one type, as the server's own LOAD CSV writes them
// param: file text
// param: dataset text
// param: release text

// TYPE is put in by the bench. A row is from, to, id, hash, start, end, span, status,
// role, document, locator.
LOAD CSV FROM $file AS row
CALL (row) {
  MATCH (a:Entity {id: row[0]})
  MATCH (b:Entity {id: row[1]})
  MERGE (a)-[r:TYPE {id: row[2]}]->(b)
  SET r.hash = toInteger(row[3]), r.start = date(row[4]), r.end = date(row[5]), r.span = row[6], r.status = row[7], r.role = row[8],
      r.document = row[9], r.locator = row[10], r.first = $release, r.dataset = $dataset
} IN TRANSACTIONS OF 10000 ROWS
