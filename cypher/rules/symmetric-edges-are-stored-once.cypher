// title: Symmetric edges are stored once
// question: Which edges without a direction are stored from the later to the earlier of their ends?
// severity: error
// column: from entity
// column: relation relation
// column: to entity
// column: claims claims
// answer: {rows|edge without a direction is|edges without a direction are} stored the wrong way round, so that claims that belong together stand apart.
// empty: Every edge without a direction is stored once, from the first of its ends by id.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE type(r) IN ['COLLABORATES_WITH', 'SHARES_LEADERS_WITH', 'MERGED_WITH', 'CONFLICTS_WITH', 'POSSIBLY_SAME_AS']
  AND from.id > to.id
RETURN from, type(r) AS relation, to, [r {.id, .status}] AS claims
ORDER BY r.id
