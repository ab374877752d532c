//go:build unix

package local

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mapper/graph"
)

// nasty are texts that a file of comma-separated values could break, each with the
// Cypher that must make the same text.
var nasty = []struct{ text, cypher string }{
	{`"`, `'"'`},
	{`a "quoted", b`, `'a "quoted", b'`},
	{`back\slash \" \n`, `'back\\slash \\" \\n'`},
	{"one\ntwo\r\nthree\rfour", `'one\ntwo\r\nthree\rfour'`},
	{"\n", `'\n'`},
	{"  spaces  ", `'  spaces  '`},
	{"semi;colon|bar\ttab", `'semi;colon|bar\ttab'`},
	{"\x1f\x00\x7f", `'\u001F\u0000\u007F'`},
	{"\uFDD0\uFFFF\uFEFF", `'\uFDD0\uFFFF\uFEFF'`},
	{"Żółć, 日本, e\u0301, 🏥", "'Żółć, 日本, e\u0301, 🏥'"},
	{"'=1+1", `'\'=1+1'`},
	{"", `''`},
	{"true", `'true'`},
	{"0012", `'0012'`},
	{"https://x/?a=1#b,c", `'https://x/?a=1#b,c'`},
}

const long = 6 << 20 // bytes, more than the importer's read buffer takes unasked

// importTiny imports a node for each nasty text, one with all types, one with a very
// long text, and relationships between them.
func importTiny(t *testing.T, o Options) error {
	t.Helper()
	im, err := StartImport(t.Context(), o)
	if err != nil {
		return err
	}
	defer im.Close()
	add := func(table *Table, err error, rows ...[]any) {
		t.Helper()
		for _, row := range rows {
			if err == nil {
				err = table.Row(row...)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var bodies, codes, claims [][]any
	day := time.Date(2016, 4, 1, 0, 0, 0, 0, time.UTC)
	all := []string{"x"} // a list as nasty as the texts, save for the mark of lists
	for i, n := range nasty {
		id := fmt.Sprint("n", i)
		bodies = append(bodies, []any{id, []string{"Body", "Nasty"}, n.text, nil, nil, nil, nil, nil, nil})
		claims = append(claims, []any{"all", id, "NAMES", n.text, i})
		if !strings.Contains(n.text, listMark) {
			all = append(all, n.text)
		}
	}
	bodies = append(bodies, []any{"all", "Body", "All", all, -7, int64(1) << 62, []int64{-1, 1 << 62}, true, day})
	bodies = append(bodies, []any{"long", "Body", strings.Repeat("é", long/2), nil, nil, nil, nil, false, nil})
	codes = append(codes, []any{"all", "Code", `a "b",`}) // the same id in another group
	table, err := im.Nodes("bodies", []Column{{"id", "ID(Body)"}, {"", "LABEL"}, {"text", "string"}, {"texts", "string[]"},
		{"int", "int"}, {"long", "long"}, {"longs", "long[]"}, {"yes", "boolean"}, {"day", "date"}})
	add(table, err, bodies...)
	table, err = im.Nodes("codes", []Column{{"", "ID(Code)"}, {"", "LABEL"}, {"value", "string"}})
	add(table, err, codes...)
	table, err = im.Nodes("nothing", []Column{{"", "ID(Nothing)"}, {"", "LABEL"}})
	add(table, err)
	table, err = im.Relationships("claims", []Column{{"", "START_ID(Body)"}, {"", "END_ID(Body)"}, {"", "TYPE"}, {"phrase", "string"}, {"count", "int"}})
	add(table, err, claims...)
	table, err = im.Relationships("codes", []Column{{"", "START_ID(Body)"}, {"", "END_ID(Code)"}, {"", "TYPE"}, {"start", "date"}})
	add(table, err, []any{"all", "all", "IDENTIFIED_BY", day})
	last := 0.0
	err = im.Run(t.Context(), func(done float64, step string) {
		if done < last || done > 1.0001 || step == "" {
			t.Errorf("progress %f after %f, %q", done, last, step)
		}
		last = done
	})
	if err == nil && last < 0.5 {
		t.Errorf("progress ended at %f", last)
	}
	return err
}

// checkTiny compares the graph that importTiny makes with what Cypher makes of the
// same texts.
func checkTiny(t *testing.T, s *Server) {
	t.Helper()
	const yes, none = 0xC3, 0x90
	var texts, all []string
	for i, n := range nasty {
		texts = append(texts, fmt.Sprintf("[%d, %s]", i, n.cypher))
		if !strings.Contains(n.text, listMark) {
			all = append(all, n.cypher)
		}
	}
	each := "UNWIND [" + strings.Join(texts, ", ") + "] AS want "
	query(t, s, each+"MATCH (b:Body:Nasty {id: 'n' + want[0]}) WHERE b.text <> want[1] OR size(keys(b)) <> 2 RETURN collect(b.id)", none)
	query(t, s, each+"MATCH (:Body {id: 'all'})-[r:NAMES {count: want[0]}]->(b:Nasty {id: 'n' + want[0]}) WHERE r.phrase <> want[1] RETURN collect(b.id)", none)
	query(t, s, "MATCH (:Body {id: 'all'})-[r:NAMES]->(:Nasty) RETURN count(r)", byte(len(nasty)))
	query(t, s, "MATCH (b:Body {id: 'all'}) RETURN b.texts = ['x', "+strings.Join(all, ", ")+"]", yes)
	query(t, s, "MATCH (b:Body {id: 'all'}) RETURN b.int = -7 AND b.long = 4611686018427387904 AND b.longs = [-1, 4611686018427387904] AND b.yes AND b.day = date('2016-04-01')", yes)
	query(t, s, "MATCH (b:Body {id: 'all'}) RETURN b.int IS :: INTEGER AND b.longs IS :: LIST<INTEGER NOT NULL> AND b.day IS :: DATE", yes)
	query(t, s, fmt.Sprintf("MATCH (b:Body {id: 'long'}) RETURN size(b.text) = %d AND b.text ENDS WITH 'éé' AND NOT b.yes", long/2), yes)
	query(t, s, `MATCH (:Body {id: 'all'})-[r:IDENTIFIED_BY]->(c:Code) RETURN r.start = date('2016-04-01') AND c.value = 'a "b",' AND size(keys(c)) = 1`, yes)
	query(t, s, "MATCH (n) RETURN count(n)", byte(len(nasty)+3))
}

// TestImport goes through what can happen to an import, and then to a server on what
// it made, in one home with few starts.
func TestImport(t *testing.T) {
	if testing.Short() {
		t.Skip("runs Neo4j's import and server several times")
	}
	t.Setenv("MAPPER_TEST_JARS", testJars(t))
	// A comma, a space and a pattern's signs, which the importer's options have a use for.
	o := Options{Home: filepath.Join(t.TempDir(), "a, (b)*"), Jars: os.Getenv("MAPPER_TEST_JARS"), Log: testLog{t}}
	p, err := o.prepare()
	if err != nil {
		t.Fatal(err)
	}
	killedMapper(t, o, p)
	killedImporter(t, o, p)

	if err := importTiny(t, o); err != nil {
		t.Fatal(err)
	}
	checkNothingLeft(t, p)
	s := mustStart(t, o)
	checkTiny(t, s)
	if _, err := runAll(t.Context(), s.URI, s.Password, "CREATE CONSTRAINT body FOR (b:Body) REQUIRE b.id IS UNIQUE"); err != nil {
		t.Error(err)
	}
	refuses(t, o, "Another mapper")
	r, _ := p.readRecord()
	kill9(t, r.PID)
	ends(t, s)

	o.Load = true
	s = mustStart(t, o) // it recovers, although the transaction log was shortened
	checkTiny(t, s)
	if err := s.Stop(t.Context()); err != nil {
		t.Error(err)
	}
	refuses(t, o, "a store")

	o.Replace = true
	if err := importNodes(t.Context(), o, 1, nil); err != nil {
		t.Fatal(err)
	}
	checkNothingLeft(t, p)
	s = mustStart(t, o)
	query(t, s, "MATCH (n) RETURN count(n)", 1)
}

// killedMapper kills a mapper in the middle of an import.
func killedMapper(t *testing.T, o Options, p places) {
	t.Helper()
	helper := startHelper(t, o.Home, "import")
	refuses(t, o, "Another mapper")
	r, ok := p.readRecord()
	if !ok || !runs(r.PID, homeFlag(p.home)) {
		t.Fatalf("no import runs: %+v", r)
	}
	kill9(t, helper)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	unlock, err := waitLock(ctx, p.lock())
	if err != nil {
		t.Fatalf("the killed mapper still has the lock: %v", err)
	}
	unlock()
	if !exists(p.importing()) || exists(p.data()) {
		t.Error("the killed import has left something else than its folder")
	}
}

// killedImporter kills Java in the middle of an import, in a home where one was
// killed before.
func killedImporter(t *testing.T, o Options, p places) {
	t.Helper()
	err := importNodes(t.Context(), o, 50_000, func() {
		r, _ := p.readRecord()
		kill9(t, r.PID)
	})
	if err == nil || !strings.Contains(err.Error(), "import ended unexpectedly (signal: killed)") {
		t.Errorf("the importer was killed: %v", err)
	}
	checkNothingLeft(t, p)
	if exists(p.data()) {
		t.Error("half a store is left")
	}
}

// importNodes imports so many nodes; during is called while Java is at it.
func importNodes(ctx context.Context, o Options, n int, during func()) error {
	im, err := StartImport(ctx, o)
	if err != nil {
		return err
	}
	defer im.Close()
	table, err := im.Nodes("numbers", []Column{{"", "ID(Number)"}, {"", "LABEL"}})
	for i := 0; i < n && err == nil; i++ {
		err = table.Row(strconv.Itoa(i), "Number")
	}
	if err != nil {
		return err
	}
	var once sync.Once
	return im.Run(ctx, func(float64, string) {
		if during != nil {
			once.Do(during)
		}
	})
}

// refuses expects that no import may start.
func refuses(t *testing.T, o Options, why string) {
	t.Helper()
	im, err := StartImport(t.Context(), o)
	if graph.KindOf(err) != graph.Conflict || !strings.Contains(err.Error(), why) {
		t.Errorf("an import may start, or says: %v", err)
	}
	if im != nil {
		im.Close()
	}
}

func checkNothingLeft(t *testing.T, p places) {
	t.Helper()
	if exists(p.importing()) || exists(p.record()) {
		t.Error("the import has left its folder or its record")
	}
	unlock, ok, err := tryLock(p.lock())
	if !ok || err != nil {
		t.Fatalf("the home is still locked: %v", err)
	}
	unlock()
}
