package local

import (
	"errors"
	"os"
	"strings"

	"mapper/graph"
)

// errPortTaken marks the failure that another try on another port mends.
var errPortTaken = errors.New("port taken")

// reasons are the failures a person can do something about, by what Neo4j or Java
// prints. %s is the home.
var reasons = []struct {
	printed string
	kind    graph.ErrorKind
	message string
	cause   error
}{
	{"Lock file has been locked by another process", graph.Conflict,
		"The store in %s is in use by another process that this mapper did not start: end that process, or choose another directory with --home (MAPPER_HOME).", nil},
	{"Address already in use", graph.Unavailable,
		"Another process took the port that was free for the Neo4j in %s: try again.", errPortTaken},
	{"No space left on device", graph.Unavailable,
		"The disk that holds %s is full: free some space, or choose another directory with --home (MAPPER_HOME).", nil},
	{"UnsupportedClassVersionError", graph.Unavailable,
		"The Java that runs the Neo4j in %s is too old: Neo4j " + Version + " needs Java 17 or 21; name it in JAVA_HOME.", nil},
	{"There is insufficient memory", graph.Unavailable,
		"There is too little free memory to run the Neo4j in %s: it needs about 800 MB.", nil},
	{"Could not reserve enough space", graph.Unavailable,
		"There is too little free memory to run the Neo4j in %s: it needs about 800 MB.", nil},
	{"OutOfMemoryError", graph.Unavailable,
		"Neo4j ran out of memory in %s: end other programs, and try again.", nil},
	{"Permission denied", graph.Unavailable,
		"Neo4j may not write all files in %s: give your user the right to them, or choose another directory with --home (MAPPER_HOME).", nil},
}

// reason says why the server ended.
func (p places) reason(exit error) error { return p.reasonIn(p.console(), "Neo4j", exit) }

// reasonIn says why a process of Neo4j's ended, from its log: a known reason, or what
// it said last. An unknown one is Internal.
func (p places) reasonIn(log, who string, exit error) error {
	text, _ := os.ReadFile(log)
	for _, r := range reasons {
		if strings.Contains(string(text), r.printed) {
			return graph.Errorf(r.kind, r.message, p.home).Because(errors.Join(r.cause, exit))
		}
	}
	how := "ended by itself"
	if exit != nil {
		how = "ended unexpectedly (" + exit.Error() + ")"
	}
	return graph.Errorf(graph.Internal, "%s %s; its last word: %s\nThe whole log is %s.", who, how, lastWord(string(text)), log).Because(exit)
}

// lastWord picks what a person needs from the log: the last error or cause, else the
// last line.
func lastWord(log string) string {
	var found string
	for line := range strings.Lines(log) {
		if strings.Contains(line, "ERROR") || strings.HasPrefix(line, "Caused by:") {
			found = strings.TrimSpace(line)
		}
	}
	if found == "" {
		return lastLine(log)
	}
	return found
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimRight(text, "# \r\n"), "\n") // Java frames its crashes in #
	return strings.TrimSpace(lines[len(lines)-1])
}
