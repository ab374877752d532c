package odsxml

import (
	"bytes"
	"strings"
	"testing"

	"mapper/graph"
	"mapper/graph/source"
)

func FuzzRead(f *testing.F) {
	f.Add([]byte(opening + one + closing))
	f.Add([]byte(opening + "<Organisation refOnly='true'><Name><![CDATA[a]]>&amp;&#x41;</Name><Date><Type value='Legal'/><Start value='2001-04-01'/><End value='2001-04-01'/></Date><OrgId extension='A'/>" +
		"<Roles><Role id='RO197' uniqueRoleId='1' primaryRole='true'><Status value='Active'/></Role></Roles><Rels><Rel id='RE4' uniqueRelId='2'><Target><OrgId extension='B'/></Target></Rel></Rels>" +
		"<Succs><Succ uniqueSuccId='3'><Type>Successor</Type><Target><OrgId extension='C'/></Target></Succ></Succs></Organisation><?x?><!-- -->" + closing))
	f.Add([]byte("\xef\xbb\xbf<OrgRefData a=\"'>\" b='\">' c/>"))
	f.Add([]byte("<!DOCTYPE x [<!ENTITY a '&b;'>]><OrgRefData>&a;</OrgRefData>"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r := &source.Result{}
		_, err := Read(bytes.NewReader(text), "x.xml", Options{}, r)
		if err != nil && (!strings.HasPrefix(err.Error(), "x.xml:") || graph.KindOf(err) != graph.Invalid) {
			t.Errorf("%v does not say where", err)
		}
		for _, c := range r.Counts {
			if c.Read != c.Used+c.Rejected {
				t.Errorf("%v", c)
			}
		}
		for _, p := range r.Rejected {
			if p.Line < 1 || p.Line > 1+bytes.Count(text, []byte("\n")) {
				t.Errorf("%v is not in the file", p)
			}
		}
		for i := range r.Entities {
			if r.Entities[i].Name == "" || r.Entities[i].Span.Check() != nil {
				t.Errorf("%+v", r.Entities[i])
			}
		}
		for i := range r.Claims {
			if r.Claims[i].Span.Check() != nil || r.Claims[i].Document != r.Documents[0].ID {
				t.Errorf("%+v", r.Claims[i])
			}
		}
	})
}

func FuzzSniff(f *testing.F) {
	f.Add([]byte("PK\x03\x04......................\xff\xff"))
	f.Fuzz(func(_ *testing.T, head []byte) { Sniff(head) })
}
