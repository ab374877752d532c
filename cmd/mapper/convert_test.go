package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	mappingFixture    = "../../testdata/formats/mapping/networks.yaml=../../testdata/formats/mapping/networks.csv"
	successionFixture = "../../testdata/formats/succession/header.csv"
)

func TestConvert(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "demo"), filepath.Join(t.TempDir(), "demo")
	for _, dir := range []string{one, two} {
		o := mapper(t, "convert", "../../testdata/formats/folder", mappingFixture, successionFixture, "--to", dir, "--id", "demo", "--title", "Demo", "--licence", "none")
		o.want(t, 0, "hospitals: 4 read, 2 used, 2 rejected", "rejected: networks.csv:4: network: LONELY HOSPITAL is in no network",
			"successions: 8 read, 4 used, 4 rejected", "header.csv: 4 claims left out")
		if !strings.HasPrefix(o.out, dir+": ") || strings.Contains(o.out, "rejected") {
			t.Errorf("on standard output: %q", o.out)
		}
	}
	same(t, one, two)
	mapper(t, "check", one).want(t, 0, "no problem found")
}

// same compares the files of two datasets.
func same(t *testing.T, one, two string) {
	t.Helper()
	for _, file := range []string{"dataset.yaml", "documents.csv", "entities.csv", "claims.csv"} {
		a, err := os.ReadFile(filepath.Join(one, file))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(two, file))
		if err != nil || string(a) != string(b) {
			t.Errorf("%s of %s and of %s differ (%v)", file, one, two, err)
		}
	}
}

func TestConvertRefuses(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	flags := []string{"--to", dir, "--id", "demo", "--title", "Demo"}
	convert := func(args ...string) outcome {
		return mapper(t, append([]string{"convert"}, append(args, flags...)...)...)
	}
	convert(mappingFixture, "--max-rejects", "1").want(t, 2, "more than --max-rejects 1 allows", "nothing was written", "networks.csv:5: hospital")
	convert("none.xlsx").want(t, 2, "none.xlsx")
	convert("none.yaml=none.csv").want(t, 2, "none.yaml")
	convert("../../README.md").want(t, 2, "README.md: is none of what can be read", "dataset folder", "list of successions", "MAPPING.yaml=../../README.md")
	convert("../../testdata/formats/folder/claims.csv").want(t, 2, "claims.csv: is none of what can be read")
	convert("../../testdata/formats/mapping/networks.yaml="+successionFixture).want(t, 2, "header.csv:1: does not fit the mapping", "names the column")
	mapper(t, "convert", mappingFixture, "--to", dir, "--id", "De mo", "--title", "Demo").want(t, 2, "dataset.yaml: id:")
	if _, err := os.Stat(dir); err == nil {
		t.Error("something was written all the same")
	}
}

// TestConvertOne writes a single source row by row: nothing is left out, and whoever
// is known only by a code is a stub.
func TestConvertOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	mapper(t, "convert", successionFixture, "--to", dir, "--id", "demo", "--title", "Demo", "--release", "2022-11").want(t, 0,
		"header.csv: successions: 8 read, 4 used, 4 rejected", "header.csv: old codes on several rows (splits): 2",
		"demo: 6 bodies are known only by their codes or ids", dir+": 1 document, 6 entities, 4 claims")
	mapper(t, "check", dir).want(t, 0, "1 document, 6 entities, 4 claims: no problem found")
	for file, want := range map[string]string{"dataset.yaml": "release: ods-successions-2022-11", "entities.csv": "ods:RA1,RA1,Organisation,,ods:RA1,,2020-04-01,,true,"} {
		if text, err := os.ReadFile(filepath.Join(dir, file)); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %q: %v\n%s", file, want, err, text)
		}
	}
}

// TestReferenceIsConverted makes the sample's reference dataset again from its
// sources, some of which are published files that are not part of the project.
func TestReferenceIsConverted(t *testing.T) {
	data := os.Getenv("MAPPER_DATA")
	if data == "" {
		t.Skip("MAPPER_DATA does not name the folder with the published files")
	}
	script, err := os.ReadFile("../../testdata/nhs/reference-sources/convert.sh")
	if err != nil {
		t.Fatal(err)
	}
	_, command, found := strings.Cut(string(script), "/mapper} ")
	if !found {
		t.Fatal("the script runs no mapper")
	}
	dir := filepath.Join(t.TempDir(), "reference")
	command = strings.NewReplacer("\\\n", " ", "$data", data, "${1:-testdata/nhs/reference}", dir, "testdata/nhs/", "../../testdata/nhs/").Replace(command)
	mapper(t, quoted(command)...).want(t, 0, "relations: 747 read, 746 used, 1 rejected")
	same(t, "../../testdata/nhs/reference", dir)
	for _, file := range []string{"documents.csv", "entities.csv", "claims.csv"} {
		if text, _ := os.ReadFile(filepath.Join(dir, file)); strings.Contains(string(text), "@nhs") || strings.Contains(string(text), ".net") {
			t.Errorf("%s holds an e-mail address", file)
		}
	}
}

// quoted splits a command line at spaces outside double quotes.
func quoted(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
			continue
		}
		words = append(words, strings.Fields(part)...)
	}
	return words
}
