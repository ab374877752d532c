// title: Codes are unique at a time
// question: Which codes stand for two bodies at once?
// severity: error
// column: code text
// column: one entity
// column: one_dates span "when the first bore it"
// column: other entity
// column: other_dates span "when the second bore it"
// answer: {rows|pair of bodies shares|pairs of bodies share} a code at the same time, first {first.one} and {first.other} ({first.code}).
// empty: No code stands for two bodies at once.
MATCH (one:Entity)-[p:IDENTIFIED_BY]->(i:Identifier)<-[q:IDENTIFIED_BY]-(other:Entity)
WHERE one.id < other.id AND one.stub IS NULL AND other.stub IS NULL
  // A code is borne while its dates and those of its bearer last; unknown dates are open.
  AND all(x IN [one, p] WHERE all(y IN [other, q] WHERE coalesce(x.start < y.end, true) AND coalesce(y.start < x.end, true)))
RETURN i.id AS code, one, p.span AS one_dates, other, q.span AS other_dates
ORDER BY code, one.id, other.id

// Of a stub, which only its code is known of, nothing says when it bore it.
