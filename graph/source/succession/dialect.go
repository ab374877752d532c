package succession

import (
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// dialect is one of the lists that are about.
type dialect struct {
	columns []string // old code, new code, date
	id      string   // of the dataset and, with the release, of its document
	title   string
	dating  string
}

// dialects are those with a header. Each is a dataset of its own: loading one does
// not take the place of another.
var dialects = []dialect{
	{[]string{"old_code", "new_code", "date"}, "ods-successions", "Successor organisations, 1992 to 2022", "not stated: the latest succession in the list is of 2022"},
	{[]string{"trust_code_old", "trust_code_new", "from_date"}, "ods-trust-successions", "Successor trusts", "not stated"},
}

// bare names the columns of succ.csv and succarc.csv, which have no header.
var bare = []string{"old", "new", "reason", "date", "indicator"}

// bareDialects are succ.csv and the older part of it, which only their names tell apart.
var bareDialects = []dialect{
	{[]string{"old", "new", "date"}, "ods-succ", "Successor organisations (succ)", "not stated"},
	{[]string{"old", "new", "date"}, "ods-succarc", "Successor organisations, archive (succarc)", "not stated"},
}

func bareDialect(file string) *dialect {
	if strings.Contains(strings.ToLower(file), "arc") {
		return &bareDialects[1]
	}
	return &bareDialects[0]
}

// dialectOf finds the dialect whose columns a header has; nil for none.
func dialectOf(header []string) *dialect {
	for i := range dialects {
		if _, missing := source.Missing(header, dialects[i].columns...); !missing {
			return &dialects[i]
		}
	}
	return nil
}

// document is the source that the claims of a list name.
func (d *dialect) document() graph.Document {
	return graph.Document{ID: d.id, Title: d.title, Publisher: "NHS Digital, Organisation Data Service", Dating: d.dating,
		Note: "Old code, new code and date, a row a succession. Open Government Licence v3.0."}
}
