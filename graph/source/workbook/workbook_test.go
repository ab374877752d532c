package workbook

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
)

// dataset merges what a workbook gives, checks it and says its counts.
func dataset(t *testing.T, r *source.Result) (*graph.Dataset, string) {
	t.Helper()
	d, aside := source.Merge([]*source.Result{r})
	if problems := d.Check(graph.Standard()); len(problems) > 0 || len(aside.Claims) > 0 {
		t.Fatalf("%v %v", problems.Err(), aside)
	}
	var counts []string
	for _, c := range r.Counts {
		if c.Read != c.Used+c.Rejected {
			t.Errorf("the counts do not add up: %v", c)
		}
		counts = append(counts, c.String())
	}
	if all := fmt.Sprintf("%+v", d) + r.Rejected.Err().Error(); strings.Contains(all, "@example") || strings.Contains(all, "@nhs") {
		t.Error("an e-mail address came through")
	}
	return d, strings.Join(counts, "; ")
}

func TestRead(t *testing.T) {
	r, err := read(file(t, small()), "small.xlsx", nil)
	if err != nil {
		t.Fatal(err)
	}
	d, counts := dataset(t, r)
	if want := "relations: 11 read, 10 used, 1 rejected; leads: 2 read, 1 used, 1 rejected; closed partnerships: 2 read, 1 used, 1 rejected"; counts != want {
		t.Errorf("%s, want %s", counts, want)
	}
	for i, want := range []string{"small.xlsx (Current STPs):6: ODS STP Code: is empty: of which partnership is Stray NHS Trust (RA3)", `"tbc": Southland`, "QX9 is none"} {
		if !strings.Contains(r.Rejected[i].String(), want) {
			t.Errorf("%q does not say %q", r.Rejected[i], want)
		}
	}
	var got []string
	for _, e := range d.Entities {
		got = append(got, fmt.Sprintf("%s%v%v%s", e.ID, e.Kinds, e.Codes, e.Start))
	}
	want := "ann-lee-qa1[Person][]\n" +
		"hill-council[LocalAuthority][ods:101]\nhill-hospice[IndependentProvider][ods:8A1 cqc:1-23]\n" +
		"local-medical-committee-qa1[MembershipBody][]\nlocal-medical-committee-qb2[MembershipBody][]\n" +
		"nhs-dale-ccg[ClinicalCommissioningGroup][ods:02B@2013-04-01..2022-07-01]\nnhs-north-and-hill-ccg[ClinicalCommissioningGroup][ods:01A@2013-04-01..2022-07-01]\n" +
		"northland-stp[SustainabilityTransformationPartnership IntegratedCareSystem][ods:QA1@2018-06-07..2022-07-01]2018-06-07\n" +
		"ods:RA1[AcuteTrust][ods:RA1]1993-04-01\nods:RA2[AmbulanceTrust][ods:RA2]\nods:Y56[CommissioningRegion][ods:Y56]\n" +
		"oldland-stp[SustainabilityTransformationPartnership][ods:QZ1@2016..2018-06-07]2016\nsome-councils[Group][]\n" +
		"southland-health-and-care-partnership-stp[SustainabilityTransformationPartnership][ods:QB2@2016..2022-07-01]2016"
	if all := strings.Join(got, "\n"); all != want {
		t.Errorf("got\n%s\nwant\n%s", all, want)
	}
	for _, c := range d.Claims {
		if c.ID == "stp-2019-QA1-lead-ann-lee-post-1" && (c.To != "nhs-north-and-hill-ccg" || c.Role != "Chief Officer" || c.Locator != "sheet Current STPs, row 4" || c.Phrase != "Dr Ann Lee OBE") {
			t.Errorf("%+v", c)
		}
	}
}

// TestNoAddress rejects a partner's cell that holds an address without repeating it.
func TestNoAddress(t *testing.T) {
	sheets := small()
	sheets["Current STPs"][3][15] = "someone@example.org"
	r, err := read(file(t, sheets), "small.xlsx", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, counts := dataset(t, r); !strings.HasPrefix(counts, "relations: 11 read, 9 used, 2 rejected") {
		t.Error(counts)
	}
}

// TestKnown keeps the ids of other sources, by code or name, and joins namesakes.
func TestKnown(t *testing.T) {
	qa1, _ := graph.ParseCode("ods:QA1@2018-06-07..2022-07-01")
	known := []graph.Entity{
		{ID: "northland-ics", Name: "Northland ICS", Kinds: []string{"IntegratedCareSystem"}, Codes: []graph.Code{qa1}},
		{ID: "ann-lee", Name: "Ann Lee", Kinds: []string{"Person"}, Note: "A nurse."},
		{ID: "hill-things", Name: "Hill Hospice", Kinds: []string{"Group"}},
	}
	r, err := read(file(t, small()), "small.xlsx", source.NewIndex(known))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, c := range r.Claims {
		if c.Relation == "LEADS" && c.To == "northland-ics" && c.From == "ann-lee-qa1" {
			found++
		}
		if c.Relation == "POSSIBLY_SAME_AS" && c.From == "ann-lee" && c.To == "ann-lee-qa1" && c.Status == graph.Reported && strings.Contains(c.Note, "There: A nurse.") {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d of 2 found", found)
	}
}

// TestSpooled puts a workbook through a spool, with the same counts and rows.
func TestSpooled(t *testing.T) {
	s, err := source.NewSpool(t.TempDir(), 10)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	told, err := Read(file(t, small()), "small.xlsx", nil, s)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.Stream(&told.About, source.Known{})
	if err != nil {
		t.Fatal(err)
	}
	entities, claims := 0, 0
	problems, err := graph.CheckStream(rows, graph.Standard(), graph.Visitor{
		Entity: func(*graph.Entity) error { entities++; return nil }, Claim: func(*graph.Claim) error { claims++; return nil }})
	if err != nil || len(problems) > 0 || entities != 14 || claims != 15 {
		t.Errorf("%v %v: %d entities, %d claims", err, problems.Err(), entities, claims)
	}
	if got := s.Counts()[0].String(); got != "relations: 11 read, 10 used, 1 rejected" || told.About.Release != Document.ID {
		t.Errorf("%s %+v", got, told)
	}
	rejected, more := s.Rejected()
	if len(rejected) != 3 || more != 0 {
		t.Errorf("%v", rejected)
	}
}

func TestBadInput(t *testing.T) {
	no := small()
	delete(no, "Current STPs")
	whole := file(t, small()).Bytes()
	for what, test := range map[string]struct {
		text []byte
		want string
	}{
		"no workbook":  {[]byte("id,name\n"), "x.xlsx: is no workbook (.xlsx) that can be read"},
		"cut off":      {whole[:len(whole)/2], "x.xlsx: is no workbook"},
		"other sheets": {file(t, no).Bytes(), `x.xlsx: no sheet has the columns "ODS STP Code"`},
	} {
		if _, err := Read(bytes.NewReader(test.text), "x.xlsx", nil, &source.Result{}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		}
	}
}

// TestPublished reads the published workbook, which is not part of the project.
func TestPublished(t *testing.T) {
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	f, err := os.Open(filepath.Join(data, "partnerships/stp_partners_2019-07.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := read(f, "stp.xlsx", nil)
	if err != nil {
		t.Fatal(err)
	}
	d, counts := dataset(t, r)
	if want := "relations: 747 read, 746 used, 1 rejected; leads: 50 read, 49 used, 1 rejected; closed partnerships: 3 read, 3 used, 0 rejected"; counts != want {
		t.Errorf("%s, want %s", counts, want)
	}
	if !strings.Contains(r.Rejected[0].Message, "(RX8)") {
		t.Errorf("%v", r.Rejected[0])
	}
	in, trusts := map[string]int{}, map[string]int{}
	for _, c := range d.Claims {
		if c.Relation == "MEMBER_OF" {
			in[c.To]++
			if strings.HasPrefix(c.From, "ods:R") || strings.HasPrefix(c.From, "ods:T") {
				trusts[c.From]++
			}
		}
	}
	several := 0
	for _, n := range trusts {
		if n > 1 {
			several++
		}
	}
	if len(in) != 42 || several != 37 || trusts["ods:RX9"] != 6 || trusts["ods:RYF"] != 6 || trusts["ods:RYC"] != 5 || trusts["ods:RRV"] != 1 {
		t.Errorf("%d partnerships, %d trusts in several, %v", len(in), several, trusts["ods:RX9"])
	}
}
