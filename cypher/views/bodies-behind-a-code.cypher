// title: Bodies behind a code
// question: Which bodies have stood behind one code, and when?
// param: code text? "such as QM7 or ods:QM7; every code when left out"
// param: as_at date? "who bears it on this day"
// column: code text
// column: body entity
// column: dates span "when it bore the code"
// column: life span "of the body"
// column: bodies integer "how many bodies this code has stood for"
// chart: timeline x=body y=dates
// answer: {first.code} has stood for {first.bodies|body|bodies}{as_at}, first {first.body}; {rows|bearer|bearers} of codes in all.
// empty: No body is known to bear the code{as_at}.
MATCH (body:Entity)-[by:IDENTIFIED_BY]->(i:Identifier)
WHERE ($code IS NULL OR i.id = $code OR i.value = $code)
  AND ($as_at IS NULL OR all(x IN [body, by] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH i, body, by ORDER BY by.start, body.name
WITH i, collect({body: body, dates: by.span}) AS bearers, count(DISTINCT body) AS bodies
UNWIND bearers AS bearer
RETURN i.id AS code, bearer.body AS body, bearer.dates AS dates, bearer.body.span AS life, bodies
ORDER BY bodies DESC, code

// Codes are kept with the entities of a dataset, not with claims: they have no status.
