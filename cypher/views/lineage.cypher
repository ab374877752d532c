// title: Lineage
// question: What became of a body, and what was it before?
// param: body entity? "with all its predecessors and successors; every succession when left out"
// column: earlier entity
// column: how text
// column: later entity
// column: dates span "since when"
// column: life span "of the earlier one"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: timeline x=earlier y=life
// answer: {rows|step|steps} of succession or joint working; the first: {first.earlier} {first.how} {first.later}.
// empty: No predecessor or successor is known.
MATCH (earlier:Entity)-[r:SUCCEEDED_BY|WORKS_JOINTLY_AS]->(later:Entity)
WHERE r.status <> 'denied'
  AND ($body IS NULL
    OR EXISTS {
      MATCH (later)-[steps:SUCCEEDED_BY|WORKS_JOINTLY_AS*0..12]->(:Entity {id: $body})
      WHERE all(step IN steps WHERE step.status <> 'denied')
    }
    OR EXISTS {
      MATCH (earlier)<-[steps:SUCCEEDED_BY|WORKS_JOINTLY_AS*0..12]-(:Entity {id: $body})
      WHERE all(step IN steps WHERE step.status <> 'denied')
    })
WITH earlier, r, later ORDER BY r.start, r.id
WITH earlier, type(r) AS relation, later, collect(r) AS said, min(r.start) AS since
RETURN earlier, CASE relation WHEN 'SUCCEEDED_BY' THEN 'was succeeded by' ELSE 'worked jointly as' END AS how, later,
       head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, earlier.span AS life,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY since, earlier.name, later.name

// Only forwards to successors and backwards to predecessors, so that other parents of
// a successor are not taken for kin. Working jointly is no succession in law.
