package cypher

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mapper/graph"
)

func TestParse(t *testing.T) {
	s, err := Parse("v.cypher", "a-view", `// title: A view
// question: How many?
// param: as_at date? "a day"
// param: kind kind
// column: who entity "the body"
// column: n integer
// chart: bar x=who y=n
// answer: {rows|body|bodies}, {sum.n} in all; first {first.who}{as_at}.
// home: 3

// A remark that uses $nothing.
MATCH (e) WHERE $kind IN labels(e) AND e.x <= $as_at AND e.y <> '$quoted' RETURN e AS who, 1 AS n`)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Params) != 2 || !s.Params[0].Optional || s.Params[1].Optional || s.Params[0].Help != "a day" ||
		len(s.Columns) != 2 || s.Chart.X != "who" || s.Home != 3 || !strings.HasPrefix(s.Text, "// A remark") {
		t.Errorf("%+v", s)
	}
	table := graph.Table{Columns: s.Columns, Rows: [][]any{{graph.Ref{Name: "A"}, int64(2)}, {graph.Ref{Name: "B"}, int64(3)}}, Shown: graph.Shown{Total: 2}}
	if got, want := s.Sentence(table, map[string]string{"as_at": "2021-04-25"}), "2 bodies, 5 in all; first A as at 25 April 2021."; got != want {
		t.Errorf("answer %q, want %q", got, want)
	}
	if got, want := s.Sentence(graph.Table{}, nil), "Nothing in the graph answers this."; got != want {
		t.Errorf("empty answer %q, want %q", got, want)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	const good = "// title: T\n// column: n integer\n"
	for text, want := range map[string]string{
		"// tilte: T\n\nRETURN 1":                       "v.cypher:1:",
		"// just a remark\n\nRETURN 1":                  "v.cypher:1:",
		"// title:\n\nRETURN 1":                         "is empty",
		"// title: T\n// title: U\n\nRETURN 1":          "v.cypher:2: title: stands twice",
		good + "// column: n text\n\nRETURN 1 AS n":     "v.cypher:3: column: n stands twice",
		good + "// column: m colour\n\nRETURN 1 AS n":   "the types are",
		good + "// param: day dtae\n\nRETURN $day AS n": "v.cypher:3: param:",
		good + "// param: day date\n\nRETURN 1 AS n":    "day is declared and not used",
		good + "\nRETURN $day AS n":                     "declare it with // param: day TYPE",
		good + "// chart: pie x=n y=n\n\nRETURN 1 AS n": "v.cypher:3: chart:",
		good + "// chart: bar x=n y=m\n\nRETURN 1 AS n": "there is no column m",
		good + "// answer: {sum.m}\n\nRETURN 1 AS n":    "{sum.m} is none of",
		good + "// answer: {rows\n\nRETURN 1 AS n":      "a brace",
		good + "// home: first\n\nRETURN 1 AS n":        "v.cypher:3: home:",
		good:                                            "no statement",
		"// column: n integer\n\nRETURN 1 AS n":         "title: is missing",
	} {
		if _, err := Parse("v.cypher", "a-view", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
	if _, err := Parse("Bad Name.cypher", "Bad Name", good+"\nRETURN 1 AS n"); err == nil {
		t.Error("a name with a blank is taken")
	}
}

func TestParameters(t *testing.T) {
	for text, want := range map[string][]string{
		"RETURN $a, $b_2, $a":                        {"a", "b_2"},
		"RETURN '$no', \"$no\", `$no`, 'it\\'s $no'": nil,
		"// $no\nRETURN $yes /* $no */":              {"yes"},
		"RETURN '// not a remark', $yes":             {"yes"},
		"RETURN 'open $no":                           nil,
		"MATCH ()-[r:$(row.type)]->() RETURN $x":     {"x"},
	} {
		if got := Parameters(text); !slices.Equal(got, want) {
			t.Errorf("%q uses %v, want %v", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("// title: T\n// column: n integer\n\nRETURN 1 AS n")
	f.Add("// param: x date?\nRETURN '$x")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse("v.cypher", "v", text)
		if (err == nil) != (s != nil && s.Title != "" && s.Text != "") && err == nil {
			t.Errorf("taken without title or text: %q", text)
		}
	})
}

func TestArguments(t *testing.T) {
	s := &Statement{Name: "v", Params: []Param{{Name: "day", Type: "date", Optional: true}, {Name: "n", Type: "integer"}, {Name: "status", Type: "status", Optional: true}, {Name: "ids", Type: "list", Optional: true}}}
	got, err := s.Arguments(map[string]string{"day": "2021-04-25", "n": "3", "ids": "a|b"})
	if err != nil || got["day"].(graph.Day).Time() != time.Date(2021, 4, 25, 0, 0, 0, 0, time.UTC) || got["n"] != int64(3) || got["status"] != nil || len(got["ids"].([]string)) != 2 {
		t.Errorf("%v, %v", got, err)
	}
	for _, wrong := range []map[string]string{{}, {"n": "x"}, {"n": "1", "day": "2021"}, {"n": "1", "status": "sure"}, {"n": "1", "typo": "2"}} {
		if _, err := s.Arguments(wrong); graph.KindOf(err) != graph.Invalid {
			t.Errorf("%v: %v; want it refused", wrong, err)
		}
	}
}
