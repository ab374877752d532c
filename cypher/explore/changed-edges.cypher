// title: Edges that stood on one of two days and not on the other
// param: earlier date
// param: later date
// param: kinds list "of either end; any when empty"
// param: ids list "only edges at these; all when empty"
// column: from value
// column: to value
// column: relation text
// column: claims value "those that stood on either day"
// column: came boolean "it stood on the later day"

// TYPE is put in by the store. An edge stands on a day when one of its claims does,
// with both ends; what is denied does not.
MATCH (a:Entity)-[r:TYPE]->(b:Entity)
WHERE r.status <> 'denied'
  AND ($ids = [] OR a.id IN $ids OR b.id IN $ids)
  AND ($kinds = [] OR any(label IN labels(a) + labels(b) WHERE label IN $kinds))
WITH a, r, b,
     all(x IN [a, r, b] WHERE coalesce(x.start <= $earlier, true) AND coalesce($earlier < x.end, true)) AS was,
     all(x IN [a, r, b] WHERE coalesce(x.start <= $later, true) AND coalesce($later < x.end, true)) AS is
WHERE was OR is
WITH a, b, type(r) AS relation, collect(was) AS before, collect(is) AS after, collect(r) AS said
WHERE (true IN before) <> (true IN after)
RETURN a {.id, .name, .kinds, .anonymous, .stub} AS from, b {.id, .name, .kinds, .anonymous, .stub} AS to,
       relation, [r IN said | r {.id, .status, .span}] AS claims, true IN after AS came
ORDER BY a.name, relation, b.name, a.id, b.id
