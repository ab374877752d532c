// title: All loaded datasets
// column: dataset value
// column: releases value "documents of its releases"
MATCH (d:Dataset)
RETURN properties(d) AS dataset,
       COLLECT { UNWIND d.releases AS id MATCH (r:Document {id: id}) RETURN r {.id, .title, .published} } AS releases
ORDER BY d.id
