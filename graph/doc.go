// Package graph is what the relationship map is made of: documents make claims
// about entities, a claim is an edge, and a vocabulary says which kinds of entity
// and which relations there are. It does no I/O: readers are in graph/source, the
// database in graph/store, the managed Neo4j in graph/local.
package graph
