package odscsv

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph"
	"mapper/graph/source"
)

const fixtures = "../../../testdata/formats/odscsv"

var update = flag.Bool("update", false, "write what the fixtures give beside them, to be read before it is committed")

// text writes what was read a line each, as the .want files have it.
func text(about *About, r *source.Result) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s, dialect %q, release %s: %s\n", about.Dataset.ID, about.Dialect, about.Dataset.Release, r.Counts[0])
	for _, p := range r.Rejected {
		fmt.Fprintf(&out, "rejected: %s\n", p)
	}
	for _, d := range r.Documents {
		fmt.Fprintf(&out, "%s | %s | %s | %s\n", d.ID, d.Title, d.Published, d.Dating)
	}
	for _, e := range r.Entities {
		fmt.Fprintf(&out, "%s | %s | %s | %s | %s", e.ID, e.Name, strings.Join(e.Kinds, " "), e.Span, e.Codes[0])
		if e.Stub {
			out.WriteString(" | stub")
		}
		if e.Note != "" {
			out.WriteString(" | " + e.Note)
		}
		out.WriteString("\n")
	}
	for _, c := range r.Claims {
		fmt.Fprintf(&out, "%s: %s %s %s | %s | %s | %s %s\n", c.ID, c.From, c.Relation, c.To, c.Span, c.Status, c.Locator, c.Phrase)
	}
	return out.String()
}

// read reads a file and holds it to what is true of any.
func read(t *testing.T, path string, o Options) (*About, *source.Result, error) {
	t.Helper()
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r := &source.Result{}
	about, err := Read(in, filepath.Base(path), o, r)
	if err == nil {
		hold(t, about, r)
	}
	return about, r, err
}

// hold checks counts, ids and the vocabulary.
func hold(t *testing.T, about *About, r *source.Result) {
	t.Helper()
	if c := r.Counts[0]; c.Read != c.Used+c.Rejected || c.Rejected != len(r.Rejected) {
		t.Errorf("the counts do not add up: %v, %d rejected", c, len(r.Rejected))
	}
	d := about.Dataset
	d.Documents, d.Entities = r.Documents, r.Entities
	for _, c := range r.Claims {
		for _, end := range []*string{&c.From, &c.To} {
			if code, _, ref := strings.Cut(strings.TrimPrefix(*end, "bearer of "), "@"); ref {
				*end = code // who that is, is found out when all is read
				d.Entities = append(d.Entities, graph.Entity{ID: code, Name: code, Kinds: []string{"Commissioner"}, Place: graph.Place{Line: len(d.Entities) + 1}})
			}
		}
		d.Claims = append(d.Claims, c)
	}
	seen := map[string]bool{}
	unique := d.Entities[:0:0]
	for _, e := range d.Entities {
		if !seen[e.ID] {
			unique = append(unique, e)
		}
		seen[e.ID] = true
	}
	if len(seen) < len(r.Entities) {
		t.Errorf("%d entities, and %d ids", len(r.Entities), len(seen))
	}
	d.Entities = unique
	if problems := d.Check(graph.Standard()); len(problems) > 0 {
		t.Errorf("%v and %d more", problems[0], len(problems)-1)
	}
}

// TestFixtures reads every report in both dialects and compares all that comes out.
func TestFixtures(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(fixtures, "*_*.csv"))
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if head, _ := os.ReadFile(file); !Sniff(head) {
				t.Error("is not recognised")
			}
			about, r, err := read(t, file, Options{})
			got := fmt.Sprintf("%v\n", err)
			if err == nil {
				got = text(about, r)
				if report, _, _ := strings.Cut(filepath.Base(file), "-"); report != about.Report {
					t.Errorf("was taken for %s", about.Report)
				}
			}
			expected := strings.TrimSuffix(file, ".csv") + ".want"
			if *update {
				if err := os.WriteFile(expected, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(expected)
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); err != nil || diff != "" {
				t.Error(err, diff)
			}
		})
	}
	if len(files) < 12 {
		t.Errorf("only %d fixtures", len(files))
	}
}

// TestOptions: what is said goes before the file's name and content.
func TestOptions(t *testing.T) {
	file := filepath.Join(fixtures, "etr-older_2022-03.csv")
	about, r, err := read(t, file, Options{Release: "2022-04-01", Report: "ect"})
	if err != nil || about.Dataset.Release != "ods-ect-2022-04-01" || r.Documents[0].Published != "2022-04-01" || r.Entities[0].Kinds[0] != "CareTrust" {
		t.Errorf("%v %+v", err, about)
	}
	if _, _, err := read(t, file, Options{Report: "etrx"}); err == nil || !strings.Contains(err.Error(), `"etrx" is no report that can be read: they are eauth, eccg, ect,`) {
		t.Error(err)
	}
}

func TestReleased(t *testing.T) {
	for name, want := range map[string]graph.Date{"etr_2025-12.csv": "2025-12", "etr-20251219.csv": "2025-12-19", "2025_12_19 etr.csv": "2025-12-19", "etr202512.csv": "2025-12",
		"etr.csv": "", "etr_2025.csv": "", "etr_2025-02-31.csv": "", "report12345678.csv": "", "etr_2025-13.csv": ""} {
		if got := released(name); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
