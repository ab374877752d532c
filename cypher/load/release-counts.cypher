// title: Note on the document of a release how much it says
// param: document text
// param: claims integer
// param: entities integer
MATCH (d:Document {id: $document})
SET d.claims = $claims, d.entities = $entities
