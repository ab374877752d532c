package odscsv

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/source"
)

// published reads one of the published reports, which are not part of the project.
func published(t *testing.T, file string) *source.Result {
	t.Helper()
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	about, r, err := read(t, filepath.Join(data, "ods", file), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report, _, _ := strings.Cut(file, "_"); about.Report != report || len(r.Rejected) > 0 {
		t.Errorf("%s was taken for %s; rejected: %v", file, about.Report, r.Rejected)
	}
	return r
}

// bodies gives what is described but for areas, by the code it bears.
func bodies(r *source.Result) map[string]graph.Entity {
	found := map[string]graph.Entity{}
	for _, e := range r.Entities {
		if e.Codes[0].Scheme == "ods" {
			found[e.Codes[0].Value] = e
		}
	}
	return found
}

// areas gives the area of column 4 in which each code lies.
func areas(r *source.Result) map[string]string {
	found := map[string]string{}
	for _, c := range r.Claims {
		if strings.HasPrefix(c.To, "ods-area:Q") {
			found[c.Locator] += c.To
		}
	}
	return found
}

// TestTrusts compares two releases of the trusts.
func TestTrusts(t *testing.T) {
	first, second := published(t, "etr_2022-03.csv"), published(t, "etr_2025-12.csv")
	was, is, lay, lies := bodies(first), bodies(second), areas(first), areas(second)
	type changes struct{ before, after, added, gone, renamed, closed, moved int }
	got := changes{before: first.Counts[0].Used, after: second.Counts[0].Used}
	for code, e := range is {
		old, known := was[code]
		switch {
		case !known:
			got.added++
			continue
		case old.Name != e.Name:
			got.renamed++
		}
		if old.End == "" && e.End != "" {
			got.closed++
		}
		if lay[code] != lies[code] {
			got.moved++
		}
	}
	for code := range was {
		if _, known := is[code]; !known {
			got.gone++
		}
	}
	if want := (changes{218, 273, 55, 0, 13, 8, 5}); got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
}

// TestCommissioners: a body is not its code.
func TestCommissioners(t *testing.T) {
	was, is := bodies(published(t, "eccg_2016-02.csv")), bodies(published(t, "eccg_2025-12.csv"))
	common, two := 0, 0
	for code, e := range is {
		old, known := was[code]
		if !known {
			continue
		}
		common++
		if old.ID == e.ID {
			continue
		}
		two++
		if old.End == "" || old.End > e.Start || old.Kinds[0] != "ClinicalCommissioningGroup" || e.Kinds[0] != "SubICBLocation" {
			t.Errorf("%s: %+v, then %+v", code, old, e)
		}
	}
	if common != 226 || two != 71 || len(was) != 249 || len(is) != 320 {
		t.Errorf("%d codes in both of %d and %d, %d of them two bodies", common, len(was), len(is), two)
	}
	kinds := map[string]int{}
	for _, e := range is {
		kinds[e.Kinds[0]]++
	}
	want := map[string]int{"SubICBLocation": 106, "SubICBReportingEntity": 37, "CommissioningHub": 35, "ClinicalCommissioningGroup": 142}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
	if e := is["06K"]; e.ID != "ods:06K:sub-icb" || e.Name != "NHS Hertfordshire and West Essex ICB - 06K" || e.Codes[0].String() != "ods:06K@2022-07-01.." {
		t.Errorf("%+v", e)
	}
}

// TestPractices: only prescribing setting 4 is a practice, and every commissioner is referred to.
func TestPractices(t *testing.T) {
	r := published(t, "epraccur_2015-09.csv")
	kinds, ended := map[string]int{}, 0
	for _, e := range bodies(r) {
		kinds[e.Kinds[0]]++
		if e.End != "" {
			ended++
		}
	}
	if kinds["GPPractice"] != 8165 || kinds["PrescribingCostCentre"] != 2163 || kinds["JusticeHealthService"] != 108 || ended != 778 || len(bodies(r)) != 12705 {
		t.Errorf("%v, %d closed", kinds, ended)
	}
	commissioners, relations := map[string]int{}, map[string]int{}
	for _, c := range r.Claims {
		relations[c.Relation]++
		if c.Relation == "COMMISSIONS" {
			commissioners[c.Phrase]++
		}
	}
	if len(commissioners) != 235 || commissioners["13P"] != 222 || commissioners["7A1"] != 173 || relations["COMMISSIONS"] != 12541 || relations["OPERATES"] != 1335 {
		t.Errorf("%d commissioners, %v", len(commissioners), relations)
	}
	dating := slices.IndexFunc(r.Claims, func(c graph.Claim) bool { return c.ID == "A81043-commissioned-00M" })
	if c := r.Claims[dating]; c.From != "bearer of ods:00M@2015-09-01" || c.Start != "2013-04-01" || c.Locator != "A81043" {
		t.Errorf("%+v", c)
	}
}

func TestRegions(t *testing.T) {
	kinds := map[string]int{}
	for _, e := range bodies(published(t, "eauth_2017-08.csv")) {
		kinds[e.Kinds[0]]++
	}
	if diff := cmp.Diff(map[string]int{"HealthGeography": 10, "RegionLocalOffice": 15, "CommissioningRegion": 4, "Organisation": 2}, kinds); diff != "" {
		t.Error(diff)
	}
}

// TestReshaped: the file that somebody reshaped is never misread.
func TestReshaped(t *testing.T) {
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	_, r, err := read(t, filepath.Join(data, "ods/egdpprac_2018-04.csv"), Options{})
	if err == nil || !strings.Contains(err.Error(), "has a header (OrganisationCode,Name,…)") || len(r.Entities) > 0 {
		t.Errorf("%v, %d entities", err, len(r.Entities))
	}
}
