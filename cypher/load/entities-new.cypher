// title: Write entities that are new to the graph, and the identifiers they bore
// param: rows rows "see graph/store/rows.go for the order of a row's values"

// Lists and one SET a property keep the plan free of Eager; a map would not.
UNWIND $rows AS row
CREATE (e:Entity:$(row[1]))
SET e.id = row[0], e.name = row[2], e.kinds = row[3], e.aliases = row[4], e.codes = row[5],
    e.start = row[6], e.end = row[7], e.span = row[8], e.anonymous = row[9], e.stub = row[10], e.note = row[11],
    e.datasets = row[12], e.hashes = row[13], e.first = row[14], e.last = row[15], e.gone = row[16], e.descriptions = row[17]
