// title: Every opinion has a holder
// question: Which opinions does nobody hold?
// severity: error
// column: from entity
// column: relation relation
// column: to entity
// column: claims claims
// answer: {rows|opinion has|opinions have} no speaker, so that nobody can be asked why.
// empty: Every opinion has somebody who holds it.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE r.status = 'opinion' AND type(r) <> 'SPOKE_ABOUT'
  AND NOT EXISTS { MATCH (:Entity {id: r.speaker}) }
RETURN from, type(r) AS relation, to, [r {.id, .status}] AS claims
ORDER BY r.id

// Speech starts at whoever holds the opinion.
