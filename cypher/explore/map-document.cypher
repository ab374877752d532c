// title: The entities that documents say most about
// param: documents list
// param: as_at date?
// param: limit integer
// column: nodes value

// How many claims of a document are about an entity is written on the mention. KIND is
// put in by the store, from the vocabulary.
MATCH (d:Document)-[m:MENTIONS]->(e:KIND)
WHERE d.id IN $documents
WITH e, sum(m.claims) AS claims
ORDER BY claims DESC
LIMIT $limit
WITH e, claims
WHERE ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN collect({entity: properties(e), degree: claims}) AS nodes
