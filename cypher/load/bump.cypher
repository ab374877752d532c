// title: Note that the graph has changed, so that caches are asked anew
MATCH (lock:Lock {id: 'load'})
SET lock.version = lock.version + 1
