// title: What the graph holds of a dataset's claims
// param: dataset text
// column: id text
// column: hash integer
// column: relation text
// column: ended boolean
// column: gone boolean
MATCH (:Entity)-[r]->(:Entity)
WHERE r.dataset = $dataset
RETURN r.id AS id, r.hash AS hash, type(r) AS relation, NOT r.span ENDS WITH '..' AND r.span IS NOT NULL AS ended, r.last IS NOT NULL AS gone
