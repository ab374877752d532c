// title: Every entity, to be taken away
// param: as_at date?
// column: entity value
// column: alone boolean
MATCH (n:Entity)
WHERE ($as_at IS NULL OR all(x IN [n] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
RETURN properties(n) AS entity, NOT EXISTS {
  MATCH (n)-[r]-(o:Entity)
  WHERE ($as_at IS NULL OR all(x IN [r, o] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
} AS alone
