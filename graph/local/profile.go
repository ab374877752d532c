package local

import "fmt"

// profile is what a server needs for what it does: Java's flags, and settings that
// are appended to neo4j.conf.
type profile struct {
	java     []string
	settings string
	readOnly bool
}

// small are the collector and the compiler that start fastest. (C1 alone halves the
// CPU of a start.)
var small = []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"}

// serving answers questions over a graph of hundreds of thousands in 800 MB.
func serving() profile {
	return profile{java: append(small[:2:2], "-Xmx512m"), settings: memorySettings(64, 256, 384)}
}

// loading takes hundreds of thousands of rows: a larger heap, as far as there is
// memory, and all of the compiler. It starts a second later.
func loading() profile {
	heap := memoryShare(512, 2048)
	return profile{
		java:     []string{"-XX:+UseParallelGC", "-Xmx" + megabytes(heap)},
		settings: memorySettings(heap/4, heap/2, heap*3/4),
	}
}

// readOnly has a server refuse every write to the graph. Community has no user who may
// only read, so this is the one way to be sure of it.
func readOnly(p profile) profile {
	p.settings += "server.databases.default_to_read_only=true\n"
	p.readOnly = true
	return p
}

// memorySettings are in MB: the page cache, what one transaction may take of the
// heap, and what all of them together.
func memorySettings(cache, one, all int) string {
	return fmt.Sprintf("server.memory.pagecache.size=%dm\ndb.memory.transaction.max=%dm\ndbms.memory.transaction.total.max=%dm\n", cache, one, all)
}
