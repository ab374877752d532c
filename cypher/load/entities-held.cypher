// title: What the graph holds of a dataset's entities
// param: dataset text
// column: id text
// column: hash integer
// column: ended boolean
// column: gone boolean
MATCH (e:Entity)
WHERE $dataset IN e.datasets
WITH e, [i IN range(0, size(e.datasets) - 1) WHERE e.datasets[i] = $dataset][0] AS i
RETURN e.id AS id, e.hashes[i] AS hash, NOT e.span ENDS WITH '..' AND e.span IS NOT NULL AS ended, coalesce(e.last[i], '') <> '' AS gone
