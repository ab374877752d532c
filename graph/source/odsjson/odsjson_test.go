package odsjson

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/source"
)

const fixtures = "../../../testdata/formats/odsjson"

// said writes out what a sink was given, a line each.
func said(r *source.Result) string {
	var text strings.Builder
	for _, e := range r.Entities {
		fmt.Fprintf(&text, "entity %s | %s | %s | %s", e.ID, e.Name, strings.Join(e.Kinds, ","), e.Span)
		if e.Stub {
			text.WriteString(" | stub")
		}
		text.WriteString("\n")
	}
	for _, c := range r.Claims {
		fmt.Fprintf(&text, "claim %s | %s %s %s | %s | %s,%s\n", c.ID, c.From, c.Relation, c.To, c.Span, c.Locator, c.Phrase)
	}
	for _, c := range r.Counts {
		fmt.Fprintf(&text, "count %s\n", c)
	}
	for _, p := range r.Rejected {
		fmt.Fprintf(&text, "rejected %s\n", p)
	}
	return text.String()
}

// TestFixture holds what is read of a folder of answers, in each of their forms,
// against what was worked out by hand.
func TestFixture(t *testing.T) {
	want, err := os.ReadFile(filepath.Join(fixtures, "expected.txt"))
	if err != nil {
		t.Fatal(err)
	}
	r := &source.Result{}
	about, err := ReadFile(fixtures, Options{Release: "2026-08-28"}, r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), said(r)); diff != "" {
		t.Error(diff)
	}
	if d := about.Dataset; d.ID != "ods-ord" || d.Release != "ods-ord-2026-08-28" || r.Documents[0].ID != d.Release || r.Documents[0].Published != "2026-08-28" {
		t.Errorf("%+v %+v", d, r.Documents)
	}
}

// TestUndated holds that answers of which nobody says when they were fetched can be
// read, and are no release.
func TestUndated(t *testing.T) {
	r := &source.Result{}
	about, err := ReadFile(filepath.Join(fixtures, "RQ1.json"), Options{}, r)
	if err != nil || about.Dataset.Release != "" || r.Documents[0].ID != "ods-ord" || r.Documents[0].Published != "" {
		t.Errorf("%+v %+v %v", about, r.Documents, err)
	}
}

// TestSummaryFirst holds that a record adds to the summary that a list had of it.
func TestSummaryFirst(t *testing.T) {
	const list, whole = `{"Organisations":[{"Name":"A","OrgId":"RA1","PrimaryRoleId":"RO197"}]}`, `[{"Organisation":{"Name":"A","OrgId":{"extension":"RA1"},"Date":[{"Type":"Legal","Start":"2001-04-01"}]}}]`
	for _, text := range []string{list + whole, whole + list, list + list + whole} {
		r := &source.Result{}
		if _, err := Read(strings.NewReader(text), "x.json", Options{}, r); err != nil || len(r.Rejected) > 0 {
			t.Errorf("%s: %v %v", text, err, r.Rejected)
		}
		last := r.Entities[len(r.Entities)-1]
		if strings.HasPrefix(text, whole) && len(r.Entities) != 1 || last.Start != "2001-04-01" {
			t.Errorf("%s: %+v", text, r.Entities)
		}
	}
}

func TestRefused(t *testing.T) {
	const one = "{\"Organisation\":{\"Name\":\"A\",\n\"OrgId\":{\"extension\":\"RA1\"}}}\n"
	for what, test := range map[string]struct{ text, want string }{
		"empty":            {"", "x.json: holds no record: an answer of the Organisation Data Service begins with {\"Organisation\":"},
		"an empty list":    {"[]", "x.json: holds no record"},
		"an error":         {"{\"errorCode\":404,\"errorText\":\"Not found\"}", "x.json:1: is no answer of the Organisation Data Service: it has neither Organisation nor Organisations nor OrgId"},
		"something else":   {"[\n1]", "x.json:1: a number stands where an answer of the Organisation Data Service, which is an object, is due"},
		"XML":              {"<OrgRefData/>", "x.json:1: is no JSON that can be read: invalid character '<'"},
		"a comma too much": {one + "{\"Organisation\":{\"Name\":\"B\",\n\n,}}", "x.json:5: is no JSON that can be read: invalid character ','"},
		"cut short":        {one + "{\"Organisation\":{\"Name\":\n\"B", "x.json:4: the file ends in the middle of a record: it was cut short, fetch it again"},
		"not ended":        {"[" + one, "x.json:3: the file ends in the middle of a record"},
		"Latin-1":          {strings.Replace(one, "A", "\xc4", 1), "x.json:1: is no JSON that can be read: invalid UTF-8"},
		"UTF-16":           {"\xff\xfe{\x00", "x.json:1: the file is UTF-16: save it as UTF-8"},
		"another kind":     {strings.Replace(one, "\"A\"", "\n5", 1), "x.json:2: a number stands where a text is due, at /Organisation/Name"},
		"no flag":          {strings.Replace(one, "\"Name\"", "\"refOnly\":[],\"Name\"", 1), "x.json:1: a list stands where true or false is due, at /Organisation/refOnly"},
		"no number":        {"{\"OrgId\":\"A\",\"Roles\":{\"Role\":{\"uniqueRoleId\":{}}}}", "an object stands where a number is due, at /Roles/Role/uniqueRoleId"},
		"no roles":         {"{\"OrgId\":\"A\",\"Roles\":5}", "x.json:1: a number stands where an object is due, at /Roles"},
		"without end":      {"{\"OrgId\":\"" + strings.Repeat("A", 20<<20), "x.json:1: a record (is a bracket missing?) is longer than 16777216 bytes"},
	} {
		_, err := Read(strings.NewReader(test.text), "x.json", Options{}, &source.Result{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		} else if graph.KindOf(err) != graph.Invalid {
			t.Errorf("%s: %v is of kind %s", what, err, graph.KindOf(err))
		}
	}
	if _, err := ReadFile(t.TempDir(), Options{}, &source.Result{}); err == nil || !strings.Contains(err.Error(), "no .json, .jsonl or .ndjson is in this folder") {
		t.Error(err)
	}
}

func TestSniff(t *testing.T) {
	for head, want := range map[string]bool{
		"{\"Organisation\":{":                                    true,
		"\xef\xbb\xbf\n[ { \"Organisation\" : {":                 true,
		"{\"Organisations\":[{\"Name\":":                         true,
		"[{\"Name\":\"A\",\"OrgId\":{\"root\"":                   true,
		"{\"Name\":\"A\",\"Date\":[{\"Type\":\"Operational\",":   true,
		"{\"organizations\":[{\"name\":\"a\"}]}":                 false,
		"{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{}}": false,
		"[]": false, "": false, "code,name\n": false, "<OrgRefData>": false,
	} {
		if Sniff([]byte(head)) != want {
			t.Errorf("%s: %v", head, !want)
		}
	}
}

// TestPublished reads the published answers, which are not part of the project.
func TestPublished(t *testing.T) {
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	folder := filepath.Join(data, "ods/ord_json")
	for _, name := range []string{"97T.json", "RJY.json", "RVVKC.json", "RWR.json"} {
		head, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !Sniff(head[:200]) {
			t.Errorf("%s is not recognised: %v", name, err)
		}
	}
	r := &source.Result{}
	if _, err := ReadFile(folder, Options{Release: "2026-08-28"}, r); err != nil || len(r.Rejected) > 0 {
		t.Fatal(err, r.Rejected)
	}
	text := said(r)
	for _, want := range []string{
		// the hub's first role is not its primary one, and it stood in law later than at work
		"entity ods:97T | South East - H&J Commissioning Hub | CommissioningHub | 2020-04-01..\n",
		"entity ods:RJY | Wigan and Leigh Health Services NHS Trust | NHSTrust | 1993-04-01..2001-04-01 | stub\n",
		"claim RVVKC-operated-RVV | bearer of ods:RVV@2026-08-28 OPERATES ods:RVVKC | 1999-04-01.. | RVVKC,RVV\n",
		// seven areas one after the other, by the legal days where there are some
		"claim RWR-area-Q35 | ods:RWR LOCATED_IN ods-area:Q35 | 2006-07-01..2013-04-01 | RWR,Q35\n",
		"claim RWR-area-Q58 | ods:RWR LOCATED_IN ods-area:Q58 | 2013-04-01..2015-04-01 | RWR,Q58\n",
		"claim RWR-area-Q78 | ods:RWR LOCATED_IN ods-area:Q78 | 2015-04-01..2019-04-01 | RWR,Q78\n",
		"claim succession-RC8-RWR | bearer of ods:RC8@2001-03-31 SUCCEEDED_BY ods:RWR | 2001-04-01.. | RWR,RC8\n",
		"claim succession-14V-97T | bearer of ods:14V@2020-03-31 SUCCEEDED_BY ods:97T | 2020-04-01.. | 97T,14V\n",
		"count organisations: 3 read, 3 used, 0 rejected\n", "count relationships: 9 read, 9 used, 0 rejected\n",
		"count successions: 5 read, 5 used, 0 rejected\n", "count references to records held elsewhere: 1 read, 1 used, 0 rejected\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q:\n%s", want, text)
		}
	}
}
