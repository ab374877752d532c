// title: Write claims as edges
// param: dataset text
// param: rows rows "see graph/store/rows.go for the order of a row's values"
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:$(row[2])]->(b)
SET r.id = row[3], r.hash = row[4], r.start = row[5], r.end = row[6], r.span = row[7], r.status = row[8], r.role = row[9],
    r.count = row[10], r.speaker = row[11], r.document = row[12], r.locator = row[13], r.phrase = row[14], r.note = row[15],
    r.first = row[16], r.dataset = $dataset
