// title: What two share
// question: What do two bodies or people have in common?
// param: one entity "the first, such as nhs-providers"
// param: other entity "the second, such as nhs-clinical-commissioners"
// param: as_at date? "ties standing on this day"
// column: shared entity
// column: first_tie text "how the first is joined to it"
// column: second_tie text "how the second is"
// column: documents documents
// column: status status "as firm as the weaker of the two ties"
// column: claims claims
// answer: {rows|body, person or thing is|bodies, people or things are} joined to both{as_at}, first of all {first.shared}.
// empty: The graph knows of nothing that the two share{as_at}.
MATCH (one:Entity {id: $one})-[p]-(shared:Entity)-[q]-(other:Entity {id: $other})
WHERE one <> other AND NOT shared IN [one, other]
  AND p.status <> 'denied' AND q.status <> 'denied'
  AND NOT type(p) IN ['SPOKE_ABOUT', 'POSSIBLY_SAME_AS'] AND NOT type(q) IN ['SPOKE_ABOUT', 'POSSIBLY_SAME_AS']
  AND ($as_at IS NULL OR all(x IN [one, p, shared, q, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
MATCH (d:Document)
WHERE d.id IN [p.document, q.document]
WITH shared, p, q, d ORDER BY p.id, q.id, d.id
WITH shared, collect(DISTINCT p) AS ps, collect(DISTINCT q) AS qs, collect(DISTINCT d) AS documents,
     collect(DISTINCT toLower(replace(type(p), '_', ' '))) AS first_ties,
     collect(DISTINCT toLower(replace(type(q), '_', ' '))) AS second_ties
WITH *, [leg IN [ps, qs] | head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN leg WHERE r.status = s)])] AS legs
RETURN shared, reduce(text = head(first_ties), tie IN tail(first_ties) | text + ', ' + tie) AS first_tie,
       reduce(text = head(second_ties), tie IN tail(second_ties) | text + ', ' + tie) AS second_tie,
       documents,
       last([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE s IN legs]) AS status,
       [claim IN ps + qs | claim {.id, .status}] AS claims
ORDER BY size(ps) + size(qs) DESC, shared.name
