// title: Every paragraph is covered
// question: Which paragraphs have neither a claim nor a reason for having none?
// severity: warning
// column: document document
// column: place text
// answer: {rows|paragraph has|paragraphs have} neither a claim nor a reason for having none.
// empty: Every counted paragraph has a claim or a reason for having none.
MATCH (document:Document)
WHERE document.paragraphs IS NOT NULL
UNWIND range(1, document.paragraphs) AS number
WITH document, number, '¶' + toString(number) AS place
WHERE NOT place IN coalesce(document.passed, [])
  AND NOT EXISTS {
    MATCH (document)-[:MENTIONS]->(:Entity)-[r]->(:Entity)
    WHERE r.document = document.id AND r.locator = place
  }
RETURN document, place
ORDER BY document.id, number
