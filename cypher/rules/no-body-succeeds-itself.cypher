// title: No body succeeds itself
// question: Which bodies are their own successors, at once or in a circle?
// severity: error
// column: body entity
// column: steps integer "how many successions lead back to it"
// column: through entities "in order"
// column: claims claims
// answer: {rows|circle|circles} of succession, first from {first.body} in {first.steps|step|steps}.
// empty: No body succeeds itself.
MATCH path = (body:Entity)-[steps:SUCCEEDED_BY*1..12]->(body)
WHERE none(r IN steps WHERE r.status = 'denied')
  // Each circle once: from its first body by id.
  AND all(other IN nodes(path) WHERE body.id <= other.id)
RETURN body, size(steps) AS steps, nodes(path)[1..-1] AS through, [r IN steps | r {.id, .status}] AS claims
ORDER BY body.id, steps
