package cypher

import "regexp"

// momentary are the functions whose values differ from one time to the next; those of
// time do so only when they are given nothing.
var momentary = regexp.MustCompile(`(?i)\b(rand|randomUUID|timestamp|(local)?(date)?time|date)(\.\w+)?\s*\(\s*('[^']*'\s*)?\)`)

// Timeless says whether the answer is the same as long as the graph and the parameters
// are.
func (s *Statement) Timeless() bool { return !momentary.MatchString(s.Text) }
