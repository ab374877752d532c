package mapping

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
)

const fixtures = "../../../testdata/formats/mapping/"

func parse(t *testing.T, path string) *Mapping {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := Parse(f, filepath.Base(path))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func read(t *testing.T, mapping, data string) *source.Result {
	t.Helper()
	f, err := os.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := &source.Result{Name: filepath.Base(data)}
	if _, err := parse(t, mapping).Read(f, r.Name, Options{}, r); err != nil {
		t.Fatal(err)
	}
	if c := r.Counts[0]; c.Read != c.Used+c.Rejected || c.Rejected != len(r.Rejected) {
		t.Errorf("%s: the counts do not add up: %v", data, c)
	}
	return r
}

func TestRead(t *testing.T) {
	r := read(t, fixtures+"networks.yaml", fixtures+"networks.csv")
	if got := r.Counts[0].String(); got != "hospitals: 4 read, 2 used, 2 rejected" {
		t.Error(got)
	}
	for i, want := range []string{"networks.csv:4: network: LONELY HOSPITAL is in no network", "networks.csv:5: hospital: "} {
		if !strings.Contains(r.Rejected[i].String(), want) {
			t.Errorf("%q does not say %q", r.Rejected[i], want)
		}
	}
	d, aside := source.Merge([]*source.Result{r})
	if problems := d.Check(graph.Standard()); len(problems) > 0 || len(aside.Claims) > 0 {
		t.Fatalf("%v %v", problems.Err(), aside)
	}
	var claims []string
	for _, c := range d.Claims {
		claims = append(claims, strings.Join([]string{c.ID, c.From, c.To, string(c.Status), c.Locator}, " "))
	}
	want := "also-A2 demo:A2 northern-network reported row 3\n" +
		"in-A1-dale demo:A1 town-dale stated row 2\nin-A1-hillton demo:A1 town-hillton stated row 2\nin-A2-seaton demo:A2 town-seaton stated row 3\n" +
		"member-A1 demo:A1 northern-network stated row 2\nmember-A2 demo:A2 southern-network stated row 3"
	if got := strings.Join(claims, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if e := d.Entities[1]; e.Name != "St Mary's-on-Sea Hospital" || e.Codes[0].String() != "demo:A2@2014-05.." || e.Start != "2014-05" {
		t.Errorf("%+v", e)
	}
}

// small is a mapping without faults; each test puts one in.
const small = "document: {id: d, title: D}\nskip: [{column: a, matches: '^x$', reason: no}]\nderive: {b2: {column: b, match: '(.+)'}}\n" +
	"entities: {e: {id: '{a}', name: '{b2}', kinds: [Group]}}\nclaims: [{id: 'c-{a}', from: e, relation: PART_OF, to: e, status: stated, start: '{b}'}]\n"

func TestBadMappings(t *testing.T) {
	for what, test := range map[string]struct{ old, new, want string }{
		"unknown field":   {"title: D", "titel: D", "m.yaml: "},
		"no document":     {"{id: d, title: D}", "{id: d}", "m.yaml: document: give the file an id and a title"},
		"bad pattern":     {"'(.+)'", "'(.+'", "m.yaml: derive: b2"},
		"no group":        {"'(.+)'", "'.+'", "m.yaml: derive: b2"},
		"no reason":       {", reason: no", "", "m.yaml: skip"},
		"no relation":     {"PART_OF", "PART_OFF", `m.yaml: claims: number 1: "PART_OFF" is not a relation`},
		"no status":       {"status: stated", "status: sure", `m.yaml: claims: number 1: "sure" is not a status`},
		"no kind":         {"kinds: [Group]", "kinds: []", "m.yaml: entities: e: give at least one kind"},
		"unknown kind":    {"kinds: [Group]", "kinds: [Groop]", `m.yaml: entities: e: "Groop" is not a kind`},
		"unknown filter":  {"'c-{a}'", "'c-{a|slugg}'", `m.yaml: {a|slugg}: there is no filter "slugg": they are date, slug, title, words`},
		"reason's column": {"reason: no", "reason: 'no {q}'", `names the column "q"`},
		"document id":     {"id: d,", "id: d d,", "m.yaml: document: give the file an id"},
		"no claim id":     {"id: 'c-{a}', ", "", "m.yaml: claims: number 1: give id"},
		"unknown column":  {"'{a}', name", "'{q}', name", `names the column "q", which the file has not: it has a, b`},
		"unknown derived": {"column: b,", "column: z,", `names the column "z"`},
		"published":       {"title: D}", "title: D, published: May}", "m.yaml: document: published"},
		"nothing":         {"entities: {e: {id: '{a}', name: '{b2}', kinds: [Group]}}\nclaims: [{id: 'c-{a}', from: e, relation: PART_OF, to: e, status: stated, start: '{b}'}]\n", "", "maps nothing"},
	} {
		text := strings.Replace(small, test.old, test.new, 1)
		if text == small {
			t.Fatalf("%s: nothing changed", what)
		}
		m, err := Parse(strings.NewReader(text), "m.yaml")
		if err == nil {
			_, err = m.Read(strings.NewReader("a,b\n1,2020\n"), "f.csv", Options{}, &source.Result{})
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		}
	}
}

func TestBadRows(t *testing.T) {
	m, err := Parse(strings.NewReader(small), "m.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"a,b\n1,2020,3\n":       "f.csv:2: has another number of fields",
		"a,b\nx,2020\n":         "f.csv:2: a: no",
		"a,b\n,2020\n":          "f.csv:2: e: id: the row gives no id or name",
		"a,b\n1,soon\n":         `f.csv:2: start: "soon" is not a date`,
		"a,b\n1,2020\n1,2021\n": "f.csv:3: line 2 says the same",
		"a,b\n1 2,2020\n":       `f.csv:2: e: id: "1 2": use letters, digits`,
	} {
		r := &source.Result{}
		_, err := m.Read(strings.NewReader(text), "f.csv", Options{}, r)
		if err != nil || len(r.Rejected) != 1 || !strings.Contains(r.Rejected[0].String(), want) {
			t.Errorf("%q: %v %v does not say %q", text, err, r.Rejected, want)
		}
	}
	if _, err := m.Read(strings.NewReader("a,b\n1,\xff\n"), "f.csv", Options{}, &source.Result{}); err == nil || !strings.Contains(err.Error(), "f.csv:2: byte 3 is not UTF-8") {
		t.Error(err)
	}
}

// TestPublished reads the published lists by the mappings of the sample; the lists
// are not part of the project.
func TestPublished(t *testing.T) {
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	for _, test := range []struct {
		mapping, file, counts string
		kind                  string
		entities, claims      int
	}{
		{"cancer-alliances", "networks/ods_cancer_alliance_mapping.csv", "trusts: 205 read, 141 used, 64 rejected", "Alliance", 20, 146},
		{"epilepsy-networks", "networks/rcpch_open_uk_networks_trusts.csv", "places in networks: 160 read, 159 used, 1 rejected", "ClinicalNetwork", 15, 159},
		{"icbs", "networks/icb_names_codes_dec_2024.csv", "boards: 42 read, 42 used, 0 rejected", "IntegratedCareBoard", 42, 42},
		{"sub-icbs", "ods/eccg_2025-12.csv", "commissioners: 320 read, 248 used, 72 rejected", "ClinicalCommissioningGroup", 248, 106},
	} {
		r := read(t, "../../../testdata/nhs/mappings/"+test.mapping+".yaml", filepath.Join(data, test.file))
		entities := 0
		for _, e := range r.Entities {
			if e.Kinds[0] == test.kind {
				entities++
			}
		}
		if r.Counts[0].String() != test.counts || entities != test.entities || len(r.Claims) != test.claims {
			t.Errorf("%s: %v, %d of kind %s, %d claims", test.mapping, r.Counts[0], entities, test.kind, len(r.Claims))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("networks.yaml", "a,b\n1,2020\n")
	f.Add(small, "a,b\n1,2020\n")
	f.Fuzz(func(t *testing.T, mapping, text string) {
		m, err := Parse(strings.NewReader(mapping), "m.yaml")
		if err != nil {
			if !strings.Contains(err.Error(), "m.yaml") {
				t.Errorf("%v names no file", err)
			}
			return
		}
		r := &source.Result{}
		_, err = m.Read(strings.NewReader(text), "x.csv", Options{}, r)
		if err == nil && r.Counts[0].Read != r.Counts[0].Used+r.Counts[0].Rejected {
			t.Errorf("%v", r.Counts[0])
		}
	})
}
