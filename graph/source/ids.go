package source

import (
	"strings"

	"mapper/graph"
)

// idLength is how many bytes an id may have.
const idLength = 120

// IsID says whether a text can be an id: letters, digits and . _ : - only, at most
// 120, starting with a letter or digit. It is what a dataset is checked for.
func IsID(text string) bool {
	if len(text) == 0 || len(text) > idLength {
		return false
	}
	for i := range len(text) {
		c := text[i]
		plain := c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z'
		if !plain && (i == 0 || c != '.' && c != '_' && c != ':' && c != '-') {
			return false
		}
	}
	return true
}

// IsEnd says whether a text can be the end of a claim: an id, or a reference to the
// bearer of a code, with a day or without.
func IsEnd(text string) bool {
	ref, isRef := strings.CutPrefix(text, refMark)
	if !isRef {
		return IsID(text)
	}
	code, on, _ := strings.Cut(ref, "@")
	scheme, value, _ := strings.Cut(code, ":")
	if scheme == "" || value == "" || !IsID(code) {
		return false
	}
	_, err := graph.ParseDate(on)
	return err == nil
}

// IDForm and EndForm say what an id and the end of a claim must look like, for messages.
const (
	IDForm  = "use letters, digits and . _ : - only, at most 120, starting with a letter or digit"
	EndForm = IDForm + `; or write "bearer of scheme:code@YYYY-MM-DD"`
)
