// title: Who took over from whom between two days, in the whole graph
// param: after date "the first day, on which it had not happened yet"
// param: until date "the last day"
// param: kinds list "of either end; any when empty"
// param: ids list "of either end; all when empty"
// column: from value
// column: to value
// column: relation text
// column: claim value
// column: renamed boolean "one body under two names"

// TYPE is put in by the store: the relations that tell of one day; see successions.
MATCH (a:Entity)-[r:TYPE]->(b:Entity)
WHERE r.status IN ['stated', 'reported'] AND r.start IS NOT NULL AND $after < r.start AND r.start <= $until
  AND ($ids = [] OR a.id IN $ids OR b.id IN $ids)
  AND ($kinds = [] OR any(label IN labels(a) + labels(b) WHERE label IN $kinds))
RETURN a {.id, .name, .kinds, .anonymous, .stub, .span} AS from, b {.id, .name, .kinds, .anonymous, .stub, .span} AS to,
       type(r) AS relation, properties(r) AS claim, coalesce(toLower(r.role) CONTAINS 'renam', false) AS renamed
ORDER BY r.start, r.id
