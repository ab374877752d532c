package folder

import "io"

// Guarded passes a text on line by line and fails at what is no text in UTF-8, for
// the readers of other CSV files.
func Guarded(r io.Reader) io.Reader { return newGuard(r) }

// Broken gives the line at which a guarded text broke off and why; ok is false
// when err is of another kind.
func Broken(err error) (line int, message string, ok bool) {
	broken, ok := err.(*guardError)
	if !ok {
		return 0, "", false
	}
	return broken.line, broken.message, true
}
