// title: Entities by name, alias or code, best first
// param: query text "words of a full-text query"
// param: options value "of the full-text query: its limit, or nothing"
// param: starts list "what was typed, as names may spell it"
// param: name text "what was typed, in lower case"
// param: codes list "what was typed, as codes may spell it; none when it can be no code"
// param: scheme text? "of the codes"
// param: kinds list "kinds or ancestors of theirs; all when empty"
// param: as_at date?
// param: enough integer "how many candidates of each sort to weigh"
// param: limit integer
// column: entity value
// column: codes value "those that begin with what was typed"
// column: rank integer
// column: total integer

// Candidates come from three indexes, each of which stops early. How many edges they
// have is written beside each; properties are read of those shown only.
CALL () {
  UNWIND $codes AS code
  MATCH (i:Identifier)
  WHERE i.value STARTS WITH code AND ($scheme IS NULL OR i.scheme = $scheme)
  MATCH (i)<-[:IDENTIFIED_BY]-(e:Entity)
  WHERE ($kinds = [] OR any(label IN labels(e) WHERE label IN $kinds))
    AND ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN e, CASE WHEN i.value IN $codes THEN 0 ELSE 4 END AS rank, 0.0 AS score, i.id AS code
  LIMIT $enough
UNION ALL
  UNWIND $starts AS start
  MATCH (e:Entity)
  WHERE e.name STARTS WITH start AND ($kinds = [] OR any(label IN labels(e) WHERE label IN $kinds))
    AND ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN e, CASE WHEN toLower(e.name) = $name THEN 1 WHEN toLower(e.name) STARTS WITH $name + ' ' THEN 2 ELSE 3 END AS rank, 0.0 AS score, null AS code
  LIMIT $enough
UNION ALL
  CALL db.index.fulltext.queryNodes('names', $query, $options) YIELD node AS e, score
  WHERE ($kinds = [] OR any(label IN labels(e) WHERE label IN $kinds))
    AND ($as_at IS NULL OR all(x IN [e] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN e, 5 AS rank, score, null AS code
  LIMIT $enough
}
WITH e, min(rank) AS rank, max(score) AS score, collect(code) AS codes
WITH e, rank, codes, CASE rank WHEN 5 THEN score ELSE 0 END + log10(1 + COUNT { (e)--() }) AS weight
ORDER BY rank, weight DESC, e
WITH collect([e, rank, codes]) AS hits
UNWIND hits[..$limit] AS hit
WITH hit[0] AS e, hit[1] AS rank, hit[2] AS codes, size(hits) AS total
RETURN e {.id, .name, .kinds, .anonymous, .stub, .span, .aliases, codes: CASE codes WHEN [] THEN null ELSE e.codes END} AS entity, codes, rank, total
