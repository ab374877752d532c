package main

import (
	"mapper/cypher"
	"mapper/web"
)

type openapiCommand struct{}

// Run prints what docs/openapi.json holds; a check compares the two.
func (openapiCommand) Run(std streams) error {
	views, err := cypher.Views()
	if err != nil {
		return err
	}
	text, err := web.OpenAPI(views)
	if err == nil {
		_, err = std.out.Write(append(text, '\n'))
	}
	return err
}
