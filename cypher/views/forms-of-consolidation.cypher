// title: Forms of consolidation
// question: Who joins forces with whom, and in which form: merger, chain, alliance, franchise, federation, shared leaders?
// param: as_at date? "standing on this day; a merger in law had happened by then"
// column: form text
// column: one entity
// column: other entity "may be the same class: trusts with trusts"
// column: attested integer "how many claims say so"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=one y=other
// answer: {rows|case|cases} of joining forces{as_at}; the first: {first.form} of {first.one} and {first.other}, {first.status}.
// empty: Nobody is known to join forces{as_at}.
CALL () {
  MATCH (one:Entity)-[r:MERGED_WITH|SHARES_LEADERS_WITH|COLLABORATES_WITH]->(other:Entity)
  WHERE ($as_at IS NULL OR all(x IN [one, r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH one, r, other,
       CASE type(r) WHEN 'MERGED_WITH' THEN 'merger' WHEN 'SHARES_LEADERS_WITH' THEN 'shared leaders' ELSE r.role END AS form
  WHERE form IN ['merger', 'shared leaders', 'alliance', 'chain', 'franchise', 'larger practices', 'groups of practices']
  RETURN form, one, r, other
UNION
  // Cancer alliances and clinical networks plan care together; they join no providers.
  MATCH (one:Entity)-[r:MEMBER_OF]->(other:Entity)
  WHERE (other:Chain OR other:Federation OR other.id = 'gp-federations')
    AND ($as_at IS NULL OR all(x IN [one, r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN CASE WHEN other:Chain THEN 'chain' ELSE 'federation' END AS form, one, r, other
UNION
  // A succession joins forces when the successor has taken over several providers, or
  // was there before. On the day of it the old body is gone: so only the claim is asked.
  MATCH (one:Provider)-[r:SUCCEEDED_BY]->(other:Entity)
  WHERE (COUNT { MATCH (p:Provider)-[:SUCCEEDED_BY]->(other) RETURN DISTINCT p } > 1 OR other.start < r.start)
    AND ($as_at IS NULL OR all(x IN [r] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  RETURN 'merger in law' AS form, one, r, other
}
WITH form, one, r, other
WHERE r.status <> 'denied'
ORDER BY r.id
WITH form, one, other, collect(r) AS said
RETURN form, one, other, size(said) AS attested,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY form, one.name, other.name
