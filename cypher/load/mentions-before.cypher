// title: Which entities a dataset's documents mention, by how many claims
// param: dataset text
// column: document text
// column: entity text
// column: claims integer
MATCH (d:Document)-[m:MENTIONS {dataset: $dataset}]->(e:Entity)
RETURN d.id AS document, e.id AS entity, m.claims AS claims
