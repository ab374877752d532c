package graph

import (
	"errors"
	"fmt"
)

// ErrorKind says what sort of trouble an error is. There are few on purpose: the
// one table from kind to HTTP status and exit code is outcomes, below.
type ErrorKind string

// The kinds of error. Anything that is not an *Error counts as Internal.
const (
	Invalid     ErrorKind = "invalid"     // the input is wrong: 400, exit 2
	Unparsable  ErrorKind = "unparsable"  // a statement that does not parse: 422, exit 2
	Refused     ErrorKind = "refused"     // understood, and not allowed: 403, exit 2
	NotFound    ErrorKind = "not found"   // no such thing: 404, exit 2
	Timeout     ErrorKind = "timeout"     // the caller's statement ran past its limit: 408, exit 1
	Conflict    ErrorKind = "conflict"    // somebody else is at it: 409, exit 1
	TooLarge    ErrorKind = "too large"   // more than the limit allows: 413, exit 2
	Unavailable ErrorKind = "unavailable" // Neo4j cannot be reached or used: 503, exit 1
	Internal    ErrorKind = "internal"    // a fault of the mapper itself: 500, exit 1
)

// outcomes is the one table from kind of error to HTTP status and exit code.
var outcomes = map[ErrorKind]struct{ status, exit int }{
	Invalid: {400, 2}, Unparsable: {422, 2}, Refused: {403, 2}, NotFound: {404, 2},
	Timeout: {408, 1}, Conflict: {409, 1}, TooLarge: {413, 2},
	Unavailable: {503, 1}, Internal: {500, 1},
}

// Error is what a person is told (Message) and, apart from it, why it happened
// (Cause). Message names the thing, the place and the next step; Cause is logged
// and never shown on a web page.
type Error struct {
	Kind    ErrorKind
	Message string
	Cause   error

	// Where in a statement the fault is, counted from 1 (columns in UTF-16 code units,
	// as Neo4j counts them); 0 when it is at no one place.
	Line, Column int
}

// Error gives the message alone, as a person should read it.
func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause to errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Cause }

// Errorf makes an Error of the given kind. An argument that is an error becomes
// its cause and is formatted like any other argument, so use %v for it (or leave
// it out of the format by calling Because).
func Errorf(kind ErrorKind, format string, args ...any) *Error {
	e := &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
	for _, a := range args {
		if cause, ok := a.(error); ok {
			e.Cause = cause
		}
	}
	return e
}

// Because sets the cause without showing it in the message.
func (e *Error) Because(cause error) *Error {
	e.Cause = cause
	return e
}

// At sets the place in the statement.
func (e *Error) At(line, column int) *Error {
	e.Line, e.Column = line, column
	return e
}

// KindOf gives the kind of the first *Error in err's chain, else Internal.
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// HTTPStatus gives the HTTP status that answers err.
func HTTPStatus(err error) int { return outcomes[KindOf(err)].status }

// ExitCode gives the exit code of a command that ended with err: 0 done, 1 failed,
// 2 wrong use or bad input. (3, a broken rule, is the rules command's own.)
func ExitCode(err error) int {
	if err == nil {
		return 0
	}
	return outcomes[KindOf(err)].exit
}
