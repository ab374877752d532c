package local

import (
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// column is a Column made ready.
type column struct {
	name string
	kind kind
	role bool // may not be nil
}

// kind is the sort of value that a column takes.
type kind byte

const (
	text kind = iota
	texts
	textOrTexts
	integer
	integers
	boolean
	date
)

// listMark stands between the values of a list in a file of the import. It is no
// character: Unicode keeps it for a program's own use, so no source has it.
const listMark = "\uFDD0"

var kinds = map[string]kind{
	"string": text, "string[]": texts, "int": integer, "long": integer, "long[]": integers, "boolean": boolean, "date": date,
	"ID": text, "START_ID": text, "END_ID": text, "TYPE": text, "LABEL": textOrTexts,
}

// newColumn gives also the column's name in the header of a file.
func newColumn(c Column) (ready column, header string) {
	sort, _, _ := strings.Cut(c.Type, "(")
	k, known := kinds[sort]
	if !known || strings.ContainsAny(c.Name+c.Type, ":\",\n") {
		panic("graph/local: no such column of an import: " + c.Name + ":" + c.Type)
	}
	if c.Type == "int" {
		c.Type = "long"
	}
	return column{c.Name, k, sort == strings.ToUpper(sort)}, c.Name + ":" + c.Type
}

func (c column) label() string {
	if c.name == "" {
		return "role"
	}
	return c.name
}

// append writes one value, or says what is wrong with it. Nothing in it keeps v, so
// that a row costs its caller no allocation.
func (c column) append(b []byte, v any) (_ []byte, fault string) {
	fits := false
	switch v := v.(type) {
	case nil:
		if c.role {
			return b, "is missing"
		}
		return b, ""
	case string:
		if c.role && v == "" {
			return b, "is missing"
		}
		if fits = c.kind == text || c.kind == textOrTexts; fits {
			return appendText(b, v)
		}
	case []string:
		if fits = c.kind == texts || c.kind == textOrTexts; fits {
			return appendTexts(b, v)
		}
	case int:
		b, fits = strconv.AppendInt(b, int64(v), 10), c.kind == integer
	case int64:
		b, fits = strconv.AppendInt(b, v, 10), c.kind == integer
	case []int64:
		b, fits = appendIntegers(b, v), c.kind == integers
	case bool:
		b, fits = strconv.AppendBool(b, v), c.kind == boolean
	case time.Time:
		b, fits = v.AppendFormat(b, time.DateOnly), c.kind == date
	}
	if !fits {
		return b, "is a " + reflect.TypeOf(v).String()
	}
	return b, ""
}

// appendText quotes a text: only a quote in it needs care.
func appendText(b []byte, s string) (_ []byte, fault string) {
	b = append(b, '"')
	b, fault = appendQuoted(b, s)
	return append(b, '"'), fault
}

func appendQuoted(b []byte, s string) (_ []byte, fault string) {
	if !utf8.ValidString(s) {
		return append(b, s...), "is not UTF-8"
	}
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return append(b, s...), ""
		}
		b = append(append(b, s[:i]...), `""`...)
		s = s[i+1:]
	}
}

func appendTexts(b []byte, list []string) (_ []byte, fault string) {
	if len(list) == 0 {
		return b, ""
	}
	if len(list) == 1 && list[0] == "" {
		return b, "is a list of one empty text, which the import takes for no list"
	}
	b = append(b, '"')
	for i, s := range list {
		if i > 0 {
			b = append(b, listMark...)
		}
		if strings.Contains(s, listMark) {
			return append(b, s...), "has U+FDD0 in it, which is no character"
		}
		if b, fault = appendQuoted(b, s); fault != "" {
			return b, fault
		}
	}
	return append(b, '"'), ""
}

func appendIntegers(b []byte, list []int64) []byte {
	for i, n := range list {
		if i > 0 {
			b = append(b, listMark...)
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return b
}
