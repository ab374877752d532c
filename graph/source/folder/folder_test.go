package folder

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mapper/graph"
	"mapper/testdata/nhs"
)

// good is a small dataset in which every kind of field is filled.
var good = map[string]string{
	"dataset.yaml":  "id: small\ntitle: Small\n",
	"documents.csv": "id,title,published,authors\npaper,A paper,2021-04,Ann|Bob\n",
	"entities.csv":  "id,name,kinds,aliases,codes,start,end,anonymous\na,Trust A,AcuteTrust,Alpha|TA,ods:RAA@1991..,1991,,\nb,\"Trust B, the other\",AcuteTrust,,,,2022-07-01,true\ncqc,CQC,Regulator,,,,,\n",
	"claims.csv":    "id,from,relation,to,status,document,start,end,role,count,speaker,locator,phrase,note\nc1,a,COLLABORATES_WITH,b,stated,paper,2016-04,,,,cqc,¶1,work together,\nc2,cqc,REGULATES,a,opinion,paper,,,,3,,¶2,,\n",
}

func files(change map[string]string) fs.FS {
	all := fstest.MapFS{}
	for name, text := range good {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range change {
		if text == "GONE" {
			delete(all, name)
			continue
		}
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

func TestRead(t *testing.T) {
	d, problems := Read(files(nil), "small")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	a, c := d.Entities[0], d.Claims[0]
	if len(d.Documents) != 1 || len(d.Entities) != 3 || len(d.Claims) != 2 || d.Documents[0].Authors[1] != "Bob" ||
		a.Codes[0].String() != "ods:RAA@1991.." || a.Aliases[1] != "TA" || !d.Entities[1].Anonymous || d.Entities[1].Name != "Trust B, the other" ||
		c.Start != "2016-04" || c.Speaker != "cqc" || c.Place != (graph.Place{File: "small/claims.csv", Line: 2}) || d.Claims[1].Count != 3 {
		t.Errorf("%+v", d)
	}
}

// TestSampleIsSound reads the datasets that come with the mapper.
func TestSampleIsSound(t *testing.T) {
	for _, id := range nhs.IDs {
		sample, _ := nhs.Dataset(id)
		d, problems := Read(sample, id)
		if err := problems.Err(); err != nil || d.ID != id {
			t.Errorf("%s: %v", id, err)
		}
		for _, c := range d.Claims {
			if c.Phrase == "" && id == "articles" {
				t.Errorf("%s: no phrase to find it by", c.ID)
			}
		}
	}
}

// replaced gives a file with one text in place of another.
func replaced(file, old, new string) map[string]string {
	if !strings.Contains(good[file], old) {
		panic("no " + old + " in " + file)
	}
	return map[string]string{file: strings.Replace(good[file], old, new, 1)}
}

func TestBadInput(t *testing.T) {
	for what, test := range map[string]struct {
		change map[string]string
		want   []string // each in a problem of its own, in order
	}{
		"unknown entity":    {replaced("claims.csv", "c1,a,", "c1,x,"), []string{`small/claims.csv:2: from: "x" is not in entities.csv`}},
		"near miss":         {replaced("claims.csv", "c2,cqc,", "c2,cqq,"), []string{"did you mean cqc?"}},
		"unknown kind":      {replaced("entities.csv", "Trust A,AcuteTrust", "Trust A,AcuteTrusts"), []string{`small/entities.csv:2: kinds: "AcuteTrusts" is not a kind`}},
		"unknown relation":  {replaced("claims.csv", "REGULATES", "REGULATE"), []string{"small/claims.csv:3: relation:"}},
		"unknown document":  {replaced("claims.csv", "opinion,paper", "opinion,papyrus"), []string{`small/claims.csv:3: document: "papyrus"`}},
		"unknown speaker":   {replaced("claims.csv", ",cqc,¶1", ",nobody,¶1"), []string{"small/claims.csv:2: speaker:"}},
		"unknown status":    {replaced("claims.csv", "opinion", "guess"), []string{"small/claims.csv:3: status:"}},
		"a date":            {replaced("claims.csv", "2016-04", "04/2016"), []string{"small/claims.csv:2: start:"}},
		"duplicate id":      {replaced("entities.csv", "\nb,", "\na,"), []string{`small/entities.csv:3: id: "a" stands on line 2`, "small/claims.csv:2: to:"}},
		"duplicate claim":   {replaced("claims.csv", "\nc2,", "\nc1,"), []string{`small/claims.csv:3: id: "c1" stands on line 2`}},
		"end before start":  {replaced("claims.csv", "2016-04,,", "2016-04,2015,"), []string{"small/claims.csv:2: end:"}},
		"life ends early":   {replaced("entities.csv", ",1991,,", ",1991,1990,"), []string{"small/entities.csv:2: end:"}},
		"kind not allowed":  {replaced("claims.csv", "c2,cqc,", "c2,a,"), []string{"small/claims.csv:3: relation: from: REGULATES does not go from"}},
		"symmetric":         {replaced("claims.csv", "c1,a,COLLABORATES_WITH,b", "c1,b,COLLABORATES_WITH,a"), []string{"small/claims.csv:2: from: COLLABORATES_WITH has no direction"}},
		"long phrase":       {replaced("claims.csv", "work together", "one two three four five six seven eight nine"), []string{"small/claims.csv:2: phrase: has 9 words"}},
		"a count":           {replaced("claims.csv", ",3,", ",many,"), []string{"small/claims.csv:3: count:"}},
		"a code":            {replaced("entities.csv", "ods:RAA@", "RAA@"), []string{"small/entities.csv:2: codes:"}},
		"yes or no":         {replaced("entities.csv", ",true", ",yes"), []string{"small/entities.csv:3: anonymous:"}},
		"a bad id":          {replaced("documents.csv", "paper,A", "pa per,A"), []string{`small/documents.csv:2: id: "pa per"`, "small/claims.csv:2: document:", "small/claims.csv:3: document:"}},
		"two at once":       {map[string]string{"claims.csv": strings.NewReplacer("stated", "sure", "c2,cqc", "c2,x").Replace(good["claims.csv"])}, []string{"claims.csv:2: status", "claims.csv:3: from"}},
		"broken quote":      {replaced("entities.csv", `"Trust B, the other"`, `"Trust B, "the" other"`), []string{"small/entities.csv:3: a quote is broken"}},
		"open quote":        {replaced("entities.csv", `other"`, "other"), []string{"small/entities.csv:3: a quote is broken"}},
		"too many fields":   {replaced("entities.csv", `"Trust B, the other"`, "Trust B, the other"), []string{"small/entities.csv:3: has 9 fields where the header has 8", "small/claims.csv:2: to:"}},
		"byte order mark":   {map[string]string{"claims.csv": "\xef\xbb\xbf" + good["claims.csv"]}, []string{"small/claims.csv:1: the file starts with a byte order mark"}},
		"UTF-16":            {map[string]string{"claims.csv": "\xff\xfei\x00d\x00"}, []string{"small/claims.csv:1: the file is UTF-16"}},
		"Latin-1":           {replaced("entities.csv", "Trust A,", "Tr\xfcst A,"), []string{"small/entities.csv:2: byte 5 is not UTF-8"}},
		"a zero byte":       {replaced("entities.csv", "Trust A,", "Trust\x00A,"), []string{"small/entities.csv:2: there is a zero byte"}},
		"empty file":        {map[string]string{"claims.csv": ""}, []string{"small/claims.csv:1: the file is empty"}},
		"file missing":      {map[string]string{"claims.csv": "GONE"}, []string{"small/claims.csv: is missing"}},
		"unknown column":    {replaced("documents.csv", "authors", "author"), []string{`small/documents.csv:1: unknown column "author"`}},
		"column missing":    {map[string]string{"documents.csv": "id,published\npaper,2021\n"}, []string{`small/documents.csv:1: column "title" is missing`}},
		"column twice":      {map[string]string{"documents.csv": "id,title,title\npaper,x,y\n"}, []string{`small/documents.csv:1: column "title" stands twice`}},
		"no manifest":       {map[string]string{"dataset.yaml": "GONE"}, []string{"small/dataset.yaml: is missing"}},
		"manifest field":    {map[string]string{"dataset.yaml": "id: small\ntitel: Small\n"}, []string{"small/dataset.yaml: "}},
		"dataset id":        {map[string]string{"dataset.yaml": "id: a:b\ntitle: Small\n"}, []string{"small/dataset.yaml: id:"}},
		"vocabulary clash":  {map[string]string{"dataset.yaml": "id: small\ntitle: Small\nvocabulary:\n  kinds:\n  - {name: Person, label: Person, plural: People}\n"}, []string{"small/dataset.yaml: vocabulary:"}},
		"coverage document": {map[string]string{"coverage.csv": "document,locator,reason\npapyrus,¶1,a heading\n"}, []string{`small/coverage.csv:2: document: "papyrus"`}},
		"coverage reason":   {map[string]string{"coverage.csv": "document,locator,reason\npaper,¶1,\n"}, []string{"small/coverage.csv:2: reason: is missing"}},
		"release unknown":   {map[string]string{"dataset.yaml": good["dataset.yaml"] + "release: papyrus\n"}, []string{`small/dataset.yaml: release: "papyrus" is not in documents.csv`}},
		"release undated":   {map[string]string{"dataset.yaml": good["dataset.yaml"] + "release: paper\n", "documents.csv": "id,title\npaper,A paper\n"}, []string{`small/dataset.yaml: release: "paper" has no date`}},
		"a stub":            {map[string]string{"entities.csv": "id,name,kinds,stub\na,A,AcuteTrust,\nb,B,AcuteTrust,true\ncqc,CQC,Regulator,1\n"}, []string{"small/entities.csv:4: stub:"}},
		"a line of 50 MB":   {map[string]string{"claims.csv": good["claims.csv"] + strings.Repeat("x", 50<<20)}, []string{"small/claims.csv:4: the line is longer"}},
	} {
		t.Run(what, func(t *testing.T) {
			_, problems := Read(files(test.change), "small")
			if len(problems) != len(test.want) {
				t.Fatalf("%d problems, want %d:\n%v", len(problems), len(test.want), problems.Err())
			}
			for i, p := range problems {
				if !strings.Contains(p.String(), test.want[i]) {
					t.Errorf("problem %q does not say %q", p, test.want[i])
				}
			}
		})
	}
}

// TestPlainStreamEndsAtAProblem reads without a check before.
func TestPlainStreamEndsAtAProblem(t *testing.T) {
	f, problems := Open(files(map[string]string{"claims.csv": good["claims.csv"] + "c3,a\nc4,a,REGULATES,b,stated,paper,some day,,,,,,,\n"}), "small")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a stream may be read again
		var seen []string
		err := f.EachClaim(func(c *graph.Claim) error { seen = append(seen, c.ID); return nil })
		if len(seen) != 2 || err == nil || !strings.HasPrefix(err.Error(), "small/claims.csv:4: has 2 fields") || graph.KindOf(err) != graph.Invalid {
			t.Errorf("%v are given, then %v", seen, err)
		}
	}
	stop := errors.New("stop")
	if err := f.EachEntity(func(*graph.Entity) error { return stop }); err != stop {
		t.Errorf("the callee's error is lost: %v", err)
	}
	broken, _ := Open(files(map[string]string{"documents.csv": good["documents.csv"] + "\"x"}), "small")
	if err := broken.EachDocument(func(*graph.Document) error { return nil }); err == nil || !strings.HasPrefix(err.Error(), "small/documents.csv:3: a quote is broken") {
		t.Errorf("a broken file of documents gives %v", err)
	}
}

// TestStringsStay keeps what a stream gave and reads on.
func TestStringsStay(t *testing.T) {
	dir := t.TempDir()
	if err := spool(dir, 5000); err != nil {
		t.Fatal(err)
	}
	f, _ := Open(os.DirFS(dir), "x")
	var kept []graph.Claim
	if err := f.EachClaim(func(c *graph.Claim) error { kept = append(kept, *c); return nil }); err != nil {
		t.Fatal(err)
	}
	for i, c := range kept {
		want := benchClaim(i, 2000)
		want.Place = graph.Place{File: "x/claims.csv", Line: i + 2}
		if c != want {
			t.Fatalf("claim %d is %+v, want %+v", i, c, want)
		}
	}
	if problems := Check(f); len(kept) != 5000 || len(problems) > 0 {
		t.Errorf("%d claims, %v", len(kept), problems.Err())
	}
}

func TestGuardPassesTextOn(t *testing.T) {
	text := strings.Repeat("déjà vu, ", 30_000) + "\r\n\r\nlast line without end"
	got, err := io.ReadAll(newGuard(strings.NewReader(text)))
	if err != nil || !bytes.Equal(got, []byte(text)) {
		t.Errorf("%d bytes of %d passed on, %v", len(got), len(text), err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(good["claims.csv"]), []byte(good["entities.csv"]))
	f.Add([]byte("id,from\n\"x"), []byte("id,name,kinds,stub\na,A,AcuteTrust|,true\n"))
	f.Fuzz(func(t *testing.T, claims, entities []byte) {
		d, problems := Read(files(map[string]string{"claims.csv": string(claims), "entities.csv": string(entities)}), "small")
		for _, p := range problems {
			if p.File == "" || p.Message == "" {
				t.Errorf("a problem without place or message: %+v", p)
			}
		}
		if len(problems) > 0 {
			return
		}
		if len(d.Check(graph.Standard())) > 0 {
			t.Error("a dataset with problems is called sound")
		}
		dir := t.TempDir()
		if err := Write(dir, d); err != nil {
			t.Fatal(err)
		}
		again, problems := Read(os.DirFS(dir), "small")
		if diff := cmp.Diff(unplaced(d), unplaced(again), cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(graph.Vocabulary{})); diff != "" || len(problems) > 0 {
			t.Errorf("what is written is read as another dataset: %v\n%s", problems.Err(), diff)
		}
	})
}
