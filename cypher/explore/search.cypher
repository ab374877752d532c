// title: Entities by name, alias or code, best first
// param: query text "words of a full-text query"
// param: start text "what was typed, in lower case, to prefer names that start so"
// param: code text "what was typed, as a code"
// param: kind text? "a kind or one of its ancestors"
// param: as_at date?
// param: enough integer "how many candidates to weigh"
// param: limit integer
// column: hits value
// column: total integer
CALL () {
  CALL db.index.fulltext.queryNodes('names', $query, {limit: $enough}) YIELD node, score
  RETURN node AS e, score, null AS code
  UNION ALL
  MATCH (i:Identifier {value: $code})<-[:IDENTIFIED_BY]-(e:Entity)
  RETURN e, 1000.0 AS score, i.id AS code
}
WITH e, max(score) AS score, head(collect(code)) AS code
WHERE ($kind IS NULL OR $kind IN labels(e))
  AND ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH e, score, code, COUNT { MATCH (e)--(o:Entity) RETURN DISTINCT o } AS degree
ORDER BY code IS NULL, NOT toLower(e.name) STARTS WITH $start, score + log10(1 + degree) DESC, e.name
WITH collect({entity: properties(e), code: code, degree: degree}) AS hits
RETURN hits[..$limit] AS hits, size(hits) AS total
