package odsxml

import (
	"bytes"
	"strconv"

	"github.com/orisano/gosax"

	"mapper/graph/source/orgref"
)

// attribute gives the value of an attribute, nil when there is none.
func attribute(rest []byte, key string) ([]byte, error) {
	for {
		a, next, err := gosax.NextAttribute(rest)
		if err != nil || len(a.Key) == 0 {
			return nil, err
		}
		if string(a.Key) == key {
			return unquoted(a.Value)
		}
		rest = next
	}
}

// unquoted gives what stands between the quotes.
func unquoted(value []byte) ([]byte, error) {
	if len(value) < 2 {
		return nil, nil
	}
	value = value[1 : len(value)-1]
	if bytes.IndexByte(value, '&') < 0 {
		return value, nil
	}
	return gosax.Unescape(bytes.Clone(value))
}

// attributes gives all attributes of a tag.
func attributes(rest []byte, use func(key, value []byte)) error {
	for {
		a, next, err := gosax.NextAttribute(rest)
		if err != nil || len(a.Key) == 0 {
			return err
		}
		value, err := unquoted(a.Value)
		if err != nil {
			return err
		}
		use(a.Key, value)
		rest = next
	}
}

// own gives a value that few rows share.
func own(rest []byte, key string) (string, error) {
	value, err := attribute(rest, key)
	return string(value), err
}

// status gives a status, which is nearly always one of two.
func (p *parser) status(rest []byte) (string, error) {
	value, err := attribute(rest, "value")
	switch string(value) {
	case orgref.Active:
		return orgref.Active, err
	case orgref.Inactive:
		return orgref.Inactive, err
	}
	return p.word(value), err
}

func isTrue(value []byte) bool { return string(value) == "true" || string(value) == "1" }

// digits reads an id; 0 when it is none.
func digits(value []byte) uint64 {
	n, err := strconv.ParseUint(string(value), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
