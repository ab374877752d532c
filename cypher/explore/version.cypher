// title: Which state the graph is in
// column: version text "it changes with every load, when it begins and when it is finished"
OPTIONAL MATCH (lock:Lock {id: 'load'})
WITH toString(coalesce(lock.version, 0)) + '-' + right(elementId(lock), 24) AS loaded
OPTIONAL MATCH (d:Dataset {unfinished: true})
WITH loaded, d ORDER BY d.id
WITH loaded, collect(d.id) AS unfinished
RETURN reduce(version = loaded, id IN unfinished | version + '+' + id) AS version
