// title: Note which dataset has been loaded
// param: id text
// param: properties value
MERGE (d:Dataset {id: $id})
SET d = $properties, d.loaded = datetime()
