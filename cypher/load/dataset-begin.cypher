// title: Note that a load is under way, which it stays until one is finished
// param: dataset text
// param: title text
// param: vocabulary text
MERGE (d:Dataset {id: $dataset})
  ON CREATE SET d.title = $title, d.vocabulary = $vocabulary
SET d.unfinished = true
