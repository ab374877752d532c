// title: Change claims of one type that stand between the same two ends as before, and say which these are
// param: ids list
// param: rows value "by id; numbers as in claims.cypher"
// param: values list "texts and days; the first is null"
// column: id text

// TYPE is put in by the store, from the vocabulary: an index serves one type only.
MATCH ()-[r:TYPE]->()
WHERE r.id IN $ids
WITH r, $rows[r.id] AS row
WHERE startNode(r).id = $values[row[0]] AND endNode(r).id = $values[row[1]] AND type(r) = $values[row[2]]
SET r.hash = row[4], r.start = $values[row[5]], r.end = $values[row[6]], r.span = $values[row[7]],
    r.status = $values[row[8]], r.role = $values[row[9]], r.count = nullIf(row[10], 0), r.speaker = $values[row[11]],
    r.document = $values[row[12]], r.locator = $values[row[13]], r.phrase = $values[row[14]], r.note = $values[row[15]], r.last = null
RETURN r.id AS id
