// title: Left unnamed
// question: Whom do the documents speak of without a name?
// column: who entity
// column: documents documents
// column: said integer "how many claims are about it"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: bar x=who y=said
// answer: {rows|body or person is|bodies or people are} left unnamed, in {sum.said|mention|mentions}; most often {first.who}.
// empty: The documents name everybody they speak of.
MATCH (who:Entity {anonymous: true})-[r]-(:Entity)
WHERE r.status <> 'denied'
WITH DISTINCT who, r
MATCH (d:Document {id: r.document})
WITH who, r, d ORDER BY r.id
WITH who, collect(r) AS claimed, collect(DISTINCT d) AS documents
RETURN who, documents, size(claimed) AS said,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN claimed WHERE r.status = s)]) AS status,
       [claim IN claimed | claim {.id, .status}] AS claims
ORDER BY said DESC, who.name
