// title: Edges with a single source
// question: Which edges rest on one document alone?
// param: as_at date? "edges standing on this day"
// param: relation relation? "only this relation"
// param: document document? "only edges that rest on this document"
// param: classes boolean? "true adds classes of which documents speak, such as providers"
// column: from entity
// column: relation relation
// column: to entity
// column: document document
// column: attested integer "how many claims of it say so"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=from y=to
// answer: {rows|edge rests|edges rest} on one document alone{as_at}.
// empty: No edge rests on one document alone{as_at}.
MATCH (from:Entity)-[r]->(to:Entity)
WHERE r.status <> 'denied'
  AND ($relation IS NULL OR type(r) = $relation)
  AND ($classes = true OR (NOT from:Group AND NOT to:Group))
  AND type(r) <> 'SPOKE_ABOUT'
  AND ($as_at IS NULL OR all(x IN [from, r, to] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH from, r, to ORDER BY r.id
WITH from, type(r) AS relation, to, collect(r) AS said, collect(DISTINCT r.document) AS sources
WHERE size(sources) = 1 AND ($document IS NULL OR sources = [$document])
MATCH (document:Document {id: head(sources)})
RETURN from, relation, to, document, size(said) AS attested,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY document.id, relation, from.name, to.name

// What somebody said of another is always one document's: speech is left out.
