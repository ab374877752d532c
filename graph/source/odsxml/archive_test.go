package odsxml

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mapper/graph/source"
)

// member is a file of a zip.
type member struct{ name, text string }

func zipped(t *testing.T, members ...member) string {
	t.Helper()
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buffer.String()
}

func fixture(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(fixtures, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestZip reads the fixture as it is handed out: a zip of two, in either order, and a
// zip of two zips. The full part goes first whatever the order.
func TestZip(t *testing.T) {
	const fullName, archiveName = "HSCOrgRefData_Full.xml", "HSCOrgRefData_Archive.xml"
	full, late := member{fullName, fixture(t, fullName)}, member{archiveName, fixture(t, archiveName)}
	want := &source.Result{}
	if _, err := ReadFile(fixtures, Options{}, want); err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{
		"two":           zipped(t, full, late),
		"archive first": zipped(t, late, member{"read me.txt", "x"}, member{"checksums.xml", "<sums/>"}, full),
		"zips":          zipped(t, member{"archive.zip", zipped(t, late)}, member{"fullfile.zip", zipped(t, full)}),
	} {
		if !Sniff([]byte(text)) {
			t.Errorf("%s: is not recognised", what)
		}
		r := &source.Result{}
		about, err := ReadFile(written(t, "release.zip", text), Options{}, r)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if diff := cmp.Diff(plain(said(want)), plain(said(r))); diff != "" || about.Dataset.ID != "ods" {
			t.Errorf("%s: %s %s", what, about.Dataset.ID, diff)
		}
	}
}

// plain leaves out what tells the files apart that a release lies in.
func plain(text string) string {
	return strings.NewReplacer("release.zip/", "", "archive.zip/", "", "fullfile.zip/", "").Replace(text)
}

func TestArchiveAlone(t *testing.T) {
	r := &source.Result{}
	about, err := ReadFile(filepath.Join(fixtures, "HSCOrgRefData_Archive.xml"), Options{}, r)
	if err != nil || about.Dataset.ID != "ods-archive" || about.Dataset.Release != "ods-archive-2026-08-28" {
		t.Errorf("%+v %v", about, err)
	}
	if last := r.Entities[len(r.Entities)-3]; last.ID != "ods:RQ1" || !last.Stub {
		t.Errorf("%+v: who is held whole elsewhere is no stub", last)
	}
}

func TestBadZips(t *testing.T) {
	good := zipped(t, member{"a.xml", opening + one + closing})
	broken := []byte(good)
	broken[45] ^= 0xff // in the deflated text
	late := strings.Replace(opening, "2026-08-28", "2026-06-28", 1) + one + closing
	for what, test := range map[string]struct{ text, want string }{
		"cut short":      {good[:len(good)-20], "x.zip: is no whole zip file (zip: not a valid zip file): it was cut short or damaged, fetch it again"},
		"damaged":        {string(broken), "x.zip/a.xml: the zip is damaged here ("},
		"a bomb":         {zipped(t, member{"a.xml", opening + strings.Repeat("<x/>\n", 14<<20)}), "unpacks to more than 300 times its size"},
		"a bomb within":  {zipped(t, member{"a.zip", strings.Repeat("\x00", 70<<20)}), "x.zip/a.zip: cannot be unpacked: unpacks to more than 300 times its size"},
		"nothing in it":  {zipped(t, member{"a.txt", "x"}), "x.zip: holds no XML that begins with <OrgRefData>"},
		"other XML":      {zipped(t, member{"a.xml", "<x/>"}), "x.zip: holds no XML that begins with <OrgRefData>"},
		"no zip within":  {zipped(t, member{"a.zip", "x"}), "x.zip/a.zip: is no whole zip file"},
		"zips in zips":   {zipped(t, member{"a.zip", zipped(t, member{"b.zip", good})}), "x.zip/a.zip/b.zip: is a zip in a zip in a zip"},
		"other releases": {zipped(t, member{"a.xml", opening + one + closing}, member{"b.xml", late}), "x.zip/b.xml:1: was published on 2026-06-28, and x.zip/a.xml on 2026-08-28"},
	} {
		_, err := ReadFile(written(t, "x.zip", test.text), Options{}, &source.Result{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		}
	}
	if _, err := ReadFile(filepath.Join(t.TempDir(), "none.xml"), Options{}, &source.Result{}); err == nil || !strings.Contains(err.Error(), "none.xml: cannot be read") {
		t.Error(err)
	}
}

func TestSniff(t *testing.T) {
	for head, want := range map[string]bool{
		fixture(t, "HSCOrgRefData_Full.xml"): true,
		opening:                              true,
		"<x>":                                false,
		"code,name\n<OrgRefData >":           false,
		"":                                   false,
		"PK\x03\x04":                         false,
		zipped(t, member{"HSCOrgRefData_Full.xml", "x"}): true,
		zipped(t, member{"fullfile.zip", "x"}):           true,
		zipped(t, member{"[Content_Types].xml", "x"}):    false,
		zipped(t, member{"_rels/.rels", "x"}):            false,
		zipped(t, member{"docProps/app.xml", "x"}):       false,
	} {
		if Sniff([]byte(head)) != want {
			t.Errorf("%.40q: %v", head, !want)
		}
	}
}
