// title: Take the lock that lets one load write at a time
// column: version integer

// Setting and removing a property takes the node's write lock for the transaction
// and leaves the node as it was.
MERGE (lock:Lock {id: 'load'})
  ON CREATE SET lock.version = 0
SET lock.held = true
REMOVE lock.held
RETURN lock.version AS version
