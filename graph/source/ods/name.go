package ods

import "mapper/graph/source"

// Name writes an official name, which files have in capitals, as a person would.
func Name(official string) string { return source.Title(official) }
