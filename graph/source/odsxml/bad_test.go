package odsxml

import (
	"errors"
	"io"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
)

const (
	opening = "<OrgRefData><Manifest><PublicationType value=\"Full\"/><PublicationDate value=\"2026-08-28\"/></Manifest>\n<Organisations>\n"
	closing = "</Organisations></OrgRefData>\n"
	one     = "<Organisation orgRecordClass=\"RC1\"><Name>A TRUST</Name><OrgId extension=\"RA1\"/></Organisation>\n"
)

func TestRefused(t *testing.T) {
	for what, test := range map[string]struct{ text, want string }{
		"empty":              {"", "x.xml:1: is empty: a release of the Organisation Data Service begins with <OrgRefData>"},
		"another root":       {"<?xml version=\"1.0\"?>\n<feed><x/></feed>", "x.xml:2: begins with <feed>, and a release of the Organisation Data Service with <OrgRefData>"},
		"no XML":             {"RA1,A TRUST\n", "x.xml:1: \"RA1,A TRUST\" stands outside the document"},
		"UTF-16":             {"\xff\xfe<\x00", "x.xml:1: the file is UTF-16: save it as UTF-8"},
		"another encoding":   {"<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n" + opening + one + closing, "x.xml:1: says that its encoding is \"windows-1252\": save it as UTF-8"},
		"Latin-1":            {opening + strings.Replace(one, "TRUST", "TR\xdcST", 1) + closing, "x.xml:3: \"A TR\\xdcST\" is not UTF-8"},
		"a zero byte":        {opening + strings.Replace(one, "TRUST", "TR\x00ST", 1) + closing, "x.xml:3: \"A TR\\x00ST\" has a control character"},
		"an unknown entity":  {opening + strings.Replace(one, "TRUST", "&nbsp;", 1) + closing, "x.xml:3: \"A &nbsp;\""},
		"cut short":          {opening + one + "<Organisation>\n<Name>B", "x.xml:5: the file ends inside <Name>, in or behind the record of line 4: it was cut short, fetch it again"},
		"cut within a tag":   {opening + one + "<Organi", "x.xml:4: the file ends inside <Organisations>"},
		"cut at the start":   {"<OrgRef", "x.xml:1: the file ends in the middle of a tag"},
		"cut in a text":      {opening, "x.xml:3: the file ends inside <Organisations>: it was cut short"},
		"closed wrongly":     {opening + strings.Replace(one, "</Name>", "</Nme>", 1) + closing, "x.xml:3: </Nme> stands where </Name> is due, in or behind the record of line 3: the file is damaged"},
		"closed too often":   {opening + one + closing + "</a>", "closes nothing"},
		"two documents":      {opening + one + closing + opening, "x.xml:5: <OrgRefData> stands after the end of the document"},
		"a quote unclosed":   {opening + strings.Replace(one, "RC1\"", "RC1", 1) + closing, "x.xml:3: "},
		"an attribute bare":  {opening + strings.Replace(one, "\"RC1\"", "RC1", 1) + closing, "x.xml:3: is no XML that can be read: invalid attribute value: R"},
		"a tag without end":  {opening + "<Organisation x=\"" + strings.Repeat("y", 2<<20), "x.xml:3: a tag or text (is a > or a quote missing, or is this no XML?) is longer than 1048576 bytes"},
		"a text without end": {opening + one + strings.Repeat(" ", 2<<20), "x.xml:3: a tag or text (is a > or a quote missing, or is this no XML?) is longer than 1048576 bytes"},
		"nested":             {opening + strings.Repeat("<x>", 100), "x.xml:3: <x> is nested 64 levels deep"},
		"no records":         {opening + closing, "holds no <Organisation> within <Organisations>"},
		"changes only":       {strings.Replace(opening, "Full", "APISync", 1) + one + closing, "x.xml:1: is of type \"APISync\", which holds only what changed"},
		"no day":             {"<OrgRefData><Organisations>\n" + one + closing, "x.xml:2: has no Manifest with a PublicationDate: say when it was published (--release DATE)"},
		"no such day":        {strings.Replace(opening, "2026-08-28", "28/08/2026", 1) + one + closing, "x.xml:1: PublicationDate: \"28/08/2026\" is no day"},
		"a late Manifest":    {opening + one + "</Organisations><Manifest/></OrgRefData>", "has a second Manifest"},
	} {
		_, err := Read(strings.NewReader(test.text), "x.xml", Options{}, &source.Result{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v does not say %q", what, err, test.want)
		} else if graph.KindOf(err) != graph.Invalid {
			t.Errorf("%s: %v is of kind %s", what, err, graph.KindOf(err))
		}
	}
}

func TestTolerated(t *testing.T) {
	for what, test := range map[string]struct {
		text string
		o    Options
	}{
		"the day as given":      {"<OrgRefData><Organisations>" + one + closing, Options{Release: "2026-08-28"}},
		"prefixes":              {strings.NewReplacer("</", "</un:", "<", "<un:").Replace(opening + one + closing), Options{}},
		"single quotes":         {strings.ReplaceAll(opening+one+closing, "\"", "'"), Options{}},
		"line ends of Windows":  {strings.ReplaceAll(opening+one+closing, "\n", "\r\n"), Options{}},
		"a document type":       {"<!DOCTYPE OrgRefData [<!ELEMENT x (y)>]>" + opening + one + closing, Options{}},
		"comments":              {opening + "<!-- <Organisation> -->" + one + closing + "<!-- > -->", Options{}},
		"what it does not know": {opening + "<New><Organisation/><Succ/></New>" + strings.Replace(one, "</Name>", "</Name><Succ><Type>x</Type></Succ><Role/><Date/><New a='>'/>", 1) + closing, Options{}},
	} {
		r := &source.Result{}
		_, err := Read(strings.NewReader(test.text), "x.xml", test.o, r)
		if err != nil || len(r.Entities) != 1 || r.Entities[0].Name != "A Trust" || r.Documents[0].ID != "ods-2026-08-28" {
			t.Errorf("%s: %v %+v", what, err, r.Entities)
		}
	}
}

// narrow is a sink that takes no more rows than a few.
type narrow struct {
	source.Result
	room int
}

var errNarrow = errors.New("no room")

func (n *narrow) Entity(e *graph.Entity) error {
	if n.room--; n.room < 0 {
		return errNarrow
	}
	return n.Result.Entity(e)
}

// TestSinkEnds holds that what the sink says ends the reading, as it says it.
func TestSinkEnds(t *testing.T) {
	text := opening + one + strings.Replace(one, "RA1", "RA2", 1) + closing
	if _, err := Read(strings.NewReader(text), "x.xml", Options{}, &narrow{room: 1}); err != errNarrow {
		t.Error(err)
	}
}

// drip gives a byte at a time, and nothing every other time.
type drip struct {
	rest string
	wait bool
}

func (d *drip) Read(p []byte) (int, error) {
	if d.wait = !d.wait; d.wait {
		return 0, nil
	}
	if d.rest == "" {
		return 0, io.EOF
	}
	p[0], d.rest = d.rest[0], d.rest[1:]
	return 1, nil
}

func TestDrip(t *testing.T) {
	r := &source.Result{}
	_, err := Read(&drip{rest: "\xef\xbb\xbf" + opening + one + "\n\n<Organisation><OrgId extension='ra2'/></Organisation>" + closing}, "x.xml", Options{}, r)
	if err != nil || len(r.Entities) != 1 || len(r.Rejected) != 1 || r.Rejected[0].Line != 6 {
		t.Errorf("%v %+v %v", err, r.Entities, r.Rejected)
	}
}
