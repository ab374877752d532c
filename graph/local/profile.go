package local

import "fmt"

// profile is what a server needs for what it does: Java's flags, and settings that
// are appended to neo4j.conf.
type profile struct {
	java     []string
	settings string
}

// small are the collector and the compiler that start fastest. (C1 alone halves the
// CPU of a start.)
var small = []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"}

// serving answers questions over a graph of hundreds of thousands in 800 MB.
func serving() profile {
	return profile{append(small[:2:2], "-Xmx512m"), memorySettings(64, 256, 384)}
}

// loading takes hundreds of thousands of rows: a larger heap, as far as there is
// memory, and all of the compiler. It starts a second later.
func loading() profile {
	heap := memoryShare(512, 2048)
	return profile{
		[]string{"-XX:+UseParallelGC", "-Xmx" + megabytes(heap)},
		memorySettings(heap/4, heap/2, heap*3/4),
	}
}

// memorySettings are in MB: the page cache, what one transaction may take of the
// heap, and what all of them together.
func memorySettings(cache, one, all int) string {
	return fmt.Sprintf("server.memory.pagecache.size=%dm\ndb.memory.transaction.max=%dm\ndbms.memory.transaction.total.max=%dm\n", cache, one, all)
}
