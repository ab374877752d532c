// title: Mark claims of one type that the release no longer has
// param: ids list
// param: last text "document of the last release that had them"
// param: day value "date of the first release without them"
// column: from text "where each starts"

// TYPE is put in by the store, from the vocabulary: an index serves one type only.
MATCH (a:Entity)-[r:TYPE]->()
WHERE r.id IN $ids AND r.last IS NULL
SET r.last = $last, r.end = coalesce(r.end, $day)
RETURN a.id AS from
