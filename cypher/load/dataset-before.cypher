// title: What the graph holds of a dataset itself
// param: dataset text
// column: properties value
// column: day text "when its latest release was published"
// column: others boolean "whether other datasets describe entities"
OPTIONAL MATCH (d:Dataset {id: $dataset})
OPTIONAL MATCH (r:Document {id: d.release})
RETURN properties(d) AS properties, r.published AS day, EXISTS { MATCH (o:Dataset) WHERE o.id <> $dataset } AS others
