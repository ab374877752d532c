// title: Who collaborates with whom
// question: Which named bodies collaborate, and how often is it attested?
// param: as_at date? "collaborations standing on this day"
// param: classes boolean? "true adds classes of which documents speak, such as providers"
// column: one entity
// column: other entity
// column: attested integer "how many claims say so"
// column: documents integer "in how many documents"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=one y=other
// answer: {rows|named pair collaborates|named pairs collaborate}{as_at}; attested most often: {first.one} and {first.other}, {first.attested} times.
// empty: No two bodies are said to collaborate{as_at}.
// home: 2
MATCH (one:Entity)-[r:COLLABORATES_WITH]->(other:Entity)
WHERE r.status <> 'denied'
  AND ($classes = true OR (NOT one:Group AND NOT other:Group))
  AND ($as_at IS NULL OR all(x IN [one, r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH one, other, r ORDER BY r.id
WITH one, other, collect(r) AS said, count(DISTINCT r.document) AS documents
RETURN one, other, size(said) AS attested, documents,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY attested DESC, one.name, other.name
