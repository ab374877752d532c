package store

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"mapper/graph"
)

// placeForm is how the server says where a fault is, with the line itself and a
// pointer below it behind that.
var placeForm = regexp.MustCompile(`(?s)\s*\(line (\d+), column (\d+) \(offset: \d+\)\)(.*)`)

// unparsable is a fault of a statement, with its place apart from what is wrong. The
// position is counted from the start of what was sent.
func unparsable(message string) *graph.Error {
	m := placeForm.FindStringSubmatchIndex(message)
	if m == nil {
		return graph.Errorf(graph.Unparsable, "%s", message)
	}
	line, _ := strconv.Atoi(message[m[2]:m[3]])
	column, _ := strconv.Atoi(message[m[4]:m[5]])
	return placed(strings.TrimSpace(message[:m[0]]), message[m[6]:m[7]], line, column)
}

func placed(what, excerpt string, line, column int) *graph.Error {
	text := fmt.Sprintf("%s (line %d, column %d)%s", what, line, column, excerpt)
	return graph.Errorf(graph.Unparsable, "%s", text).At(line, column)
}

// ownPlace finds the place that placed has written.
var ownPlace = regexp.MustCompile(`(?s) \(line \d+, column \d+\)(.*)`)

// oneLineUp moves the place of a fault up by the line that explaining puts before a
// statement.
func oneLineUp(err error) error {
	var e *graph.Error
	if !errors.As(err, &e) || e.Line < 2 {
		return err
	}
	m := ownPlace.FindStringSubmatchIndex(e.Message)
	if m == nil {
		return err
	}
	return placed(e.Message[:m[0]], e.Message[m[2]:m[3]], e.Line-1, e.Column).Because(e.Cause)
}
