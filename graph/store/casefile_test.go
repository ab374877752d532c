package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"mapper/graph"
)

// caseFile is testdata/cases/NAME.yaml: a small graph that can be counted by hand,
// with decoys, and what a view or rule must answer on it.
type caseFile struct {
	About      string            // what the case shows, and which nodes are decoys
	Entities   []string          // ID KIND[|KIND] [start=…] [end=…] [anonymous] [name=…] [code=…]
	Claims     []string          // ID FROM RELATION TO STATUS [key=value …]
	Dates      map[string]string // document to date of publication; doc stands for all
	Paragraphs map[string]int    // document to its number of paragraphs
	Passed     map[string]string // document to a paragraph that is passed over
	Asks       []ask
}

// ask is one question to the view.
type ask struct {
	Params map[string]string
	Rows   [][]string // one text a cell: an id, or ids joined by |; "" for null
	Says   string     // the answer in words, when given
}

func readCase(t *testing.T, name string) caseFile {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "cases", name+".yaml"))
	if err != nil {
		t.Fatalf("%s has no case: write testdata/cases/%s.yaml (%v)", name, name, err)
	}
	var c caseFile
	decoder := yaml.NewDecoder(strings.NewReader(string(text)))
	decoder.KnownFields(true)
	if err := decoder.Decode(&c); err != nil {
		t.Fatalf("%s.yaml: %v", name, err)
	}
	if len(c.Asks) == 0 || len(c.Entities) == 0 {
		t.Fatalf("%s.yaml: asks nothing, or of nothing", name)
	}
	return c
}

// dataset makes a dataset of the case, whose documents are those that are dated
// or named by a claim.
func (c caseFile) dataset(t *testing.T, id string) *graph.Dataset {
	t.Helper()
	d := &graph.Dataset{ID: id, Title: "Case " + id}
	documents := map[string]bool{}
	for _, line := range c.Entities {
		d.Entities = append(d.Entities, entityLine(t, line))
	}
	for _, line := range c.Claims {
		claim := claimLine(t, line)
		documents[claim.Document] = true
		d.Claims = append(d.Claims, claim)
	}
	for id := range c.Dates {
		documents[id] = true
	}
	for id := range documents {
		doc := graph.Document{ID: id, Title: id, Published: graph.Date(c.Dates[id]), Paragraphs: c.Paragraphs[id]}
		if place := c.Passed[id]; place != "" {
			doc.Passed = []graph.Passed{{Locator: place, Reason: "a heading"}}
		}
		d.Documents = append(d.Documents, doc)
	}
	if problems := d.Check(graph.Standard()); len(problems) > 0 {
		t.Fatalf("the case is no valid dataset:\n%v", problems.Err())
	}
	return d
}

func entityLine(t *testing.T, line string) graph.Entity {
	t.Helper()
	words := strings.Fields(line)
	e := graph.Entity{ID: words[0], Name: words[0], Kinds: strings.Split(words[1], "|")}
	for key, value := range pairs(words[2:]) {
		switch key {
		case "start":
			e.Start = graph.Date(value)
		case "end":
			e.End = graph.Date(value)
		case "anonymous":
			e.Anonymous = true
		case "name":
			e.Name = strings.ReplaceAll(value, "_", " ")
		case "code":
			code, err := graph.ParseCode(value)
			if err != nil {
				t.Fatal(err)
			}
			e.Codes = append(e.Codes, code)
		default:
			t.Fatalf("%q: unknown key %s", line, key)
		}
	}
	return e
}

func claimLine(t *testing.T, line string) graph.Claim {
	t.Helper()
	w := strings.Fields(line)
	c := graph.Claim{ID: w[0], From: w[1], Relation: w[2], To: w[3], Status: graph.Status(w[4]), Document: "doc"}
	for key, value := range pairs(w[5:]) {
		switch key {
		case "start":
			c.Start = graph.Date(value)
		case "end":
			c.End = graph.Date(value)
		case "count":
			c.Count, _ = strconv.Atoi(value)
		case "role":
			c.Role = strings.ReplaceAll(value, "_", " ")
		case "note":
			c.Note = strings.ReplaceAll(value, "_", " ")
		case "speaker":
			c.Speaker = value
		case "doc":
			c.Document = value
		case "at":
			c.Locator = value
		default:
			t.Fatalf("%q: unknown key %s", line, key)
		}
	}
	return c
}

func pairs(words []string) map[string]string {
	all := map[string]string{}
	for _, w := range words {
		key, value, _ := strings.Cut(w, "=")
		all[key] = value
	}
	return all
}

// written gives the rows of an answer as a case writes them.
func written(table graph.Table) [][]string {
	rows := [][]string{}
	for _, row := range table.Rows {
		var cells []string
		for _, value := range row {
			cells = append(cells, writtenCell(value))
		}
		rows = append(rows, cells)
	}
	return rows
}

func writtenCell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case graph.Ref:
		return v.ID
	case []graph.Ref:
		var ids []string
		for _, ref := range v {
			ids = append(ids, ref.ID)
		}
		return strings.Join(ids, "|")
	case []graph.ClaimRef:
		var ids []string
		for _, claim := range v {
			_, id, _ := strings.Cut(claim.ID, ":")
			ids = append(ids, id)
		}
		return strings.Join(ids, "|")
	}
	return fmt.Sprint(value)
}
