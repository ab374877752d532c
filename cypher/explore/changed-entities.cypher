// title: Entities that stood on one of two days and not on the other
// param: earlier date
// param: later date
// param: ids list "only these; all when empty"
// column: entity value
// column: came boolean "it stood on the later day"

// KIND is put in by the store.
MATCH (n:KIND)
WHERE (n.start IS NOT NULL OR n.end IS NOT NULL) AND ($ids = [] OR n.id IN $ids)
WITH n, coalesce(n.start <= $earlier, true) AND coalesce($earlier < n.end, true) AS was,
     coalesce(n.start <= $later, true) AND coalesce($later < n.end, true) AS is
WHERE was <> is
RETURN n {.id, .name, .kinds, .anonymous, .stub, .span} AS entity, is AS came
ORDER BY n.name, n.id
