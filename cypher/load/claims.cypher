// title: Write claims as edges
// param: dataset text
// param: values list "texts and days; the first is null"
// param: rows rows "numbers: a hash, a count, else places in values; graph/store/packed.go has their order"
UNWIND $rows AS row
MATCH (a:Entity {id: $values[row[0]]})
MATCH (b:Entity {id: $values[row[1]]})
CREATE (a)-[r:$($values[row[2]])]->(b)
SET r.id = $values[row[3]], r.hash = row[4], r.start = $values[row[5]], r.end = $values[row[6]], r.span = $values[row[7]],
    r.status = $values[row[8]], r.role = $values[row[9]], r.count = nullIf(row[10], 0), r.speaker = $values[row[11]],
    r.document = $values[row[12]], r.locator = $values[row[13]], r.phrase = $values[row[14]], r.note = $values[row[15]],
    r.first = $values[row[16]], r.dataset = $dataset
