// title: Remove entities that no dataset describes any more
// param: ids list
MATCH (e:Entity)
WHERE e.id IN $ids
DETACH DELETE e
