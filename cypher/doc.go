// Package cypher holds every Cypher statement of the program, as files, and reads
// their headers: title, question, typed parameters and columns.
package cypher
