// title: What the graph holds of each dataset itself
// column: dataset value
// column: day text "when its latest release was published"
MATCH (d:Dataset)
OPTIONAL MATCH (r:Document {id: d.release})
RETURN properties(d) AS dataset, r.published AS day
ORDER BY d.id
