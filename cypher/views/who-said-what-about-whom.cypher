// title: Who said what about whom
// question: Who is quoted on whom, and what do they say?
// param: speaker entity? "only what this one said"
// param: about entity? "only what was said about this one"
// column: speaker entity
// column: about entity
// column: said text "in the mapper's own words"
// column: status status
// column: document document
// column: place text
// column: claims claims
// answer: {rows|statement|statements} are on record; the first is by {first.speaker} about {first.about}.
// empty: Nobody is quoted so.
// home: 6
MATCH (speaker:Entity)-[r:SPOKE_ABOUT]->(about:Entity)
WHERE ($speaker IS NULL OR speaker.id = $speaker)
  AND ($about IS NULL OR about.id = $about)
MATCH (document:Document {id: r.document})
RETURN speaker, about, r.note AS said, r.status AS status, document, r.locator AS place,
       [r {.id, .status}] AS claims
ORDER BY document.published, r.id
