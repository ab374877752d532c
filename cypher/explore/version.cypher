// title: Which state the graph is in
// column: version text
OPTIONAL MATCH (lock:Lock {id: 'load'})
RETURN toString(coalesce(lock.version, 0)) + '-' + right(elementId(lock), 24) AS version
