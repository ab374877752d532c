// Package nhs embeds the sample datasets.
package nhs

import (
	"embed"
	"io/fs"
)

//go:embed articles reference
var files embed.FS

// IDs lists the sample datasets in the order in which they are loaded.
var IDs = []string{"articles", "reference"}

// Dataset gives the folder of a sample dataset; ok is false when there is none.
func Dataset(id string) (folder fs.FS, ok bool) {
	for _, known := range IDs {
		if id == known {
			sub, err := fs.Sub(files, id)
			return sub, err == nil
		}
	}
	return nil, false
}
