// title: No orphan entity
// question: Of which entities does no document say anything?
// severity: warning
// column: entity entity
// column: datasets value "that describe it"
// answer: {rows|entity is|entities are} mentioned by no document, first {first.entity}.
// empty: Every entity is mentioned by a document.
MATCH (entity:Entity)
WHERE NOT EXISTS { MATCH (:Document)-[:MENTIONS]->(entity) } AND NOT EXISTS { MATCH (entity)--(:Entity) }
RETURN entity, entity.datasets AS datasets
ORDER BY entity.id

// Mentioned is who stands at an end of a claim or is its speaker. Documents that are
// releases of a register have no mentions, so an edge of theirs counts as well.
