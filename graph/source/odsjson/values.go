package odsjson

import (
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"mapper/graph"
)

// object reads an object; member is given each name in its quotes and reads the
// value. What is null has no members.
func (p *parser) object(member func(name []byte) error) error {
	if null, err := p.open('{', "an object"); null || err != nil {
		return err
	}
	for p.in.PeekKind() != '}' {
		name, err := p.in.ReadValue()
		if err != nil {
			return err
		}
		if err := member(name); err != nil {
			return err
		}
	}
	_, err := p.in.ReadToken()
	return err
}

// each reads the items of a list, or one that stands alone, as some writers have it.
func (p *parser) each(item func() error) error {
	if p.in.PeekKind() == '{' {
		return item()
	}
	if null, err := p.open('[', "a list"); null || err != nil {
		return err
	}
	for p.in.PeekKind() != ']' {
		if err := item(); err != nil {
			return err
		}
	}
	_, err := p.in.ReadToken()
	return err
}

// open reads a bracket, or null in its place.
func (p *parser) open(bracket jsontext.Kind, what string) (null bool, err error) {
	switch kind := p.in.PeekKind(); kind {
	case bracket, 'n', 0: // 0 is an error, which reading tells
		_, err := p.in.ReadToken()
		return kind == 'n', err
	default:
		return false, wrongKind(kind, what)
	}
}

// word reads a text.
func (p *parser) word() (string, error) {
	token, err := p.in.ReadToken()
	switch {
	case err != nil:
		return "", err
	case token.Kind() == '"':
		return token.String(), nil
	case token.Kind() == 'n':
		return "", nil
	}
	return "", wrongKind(token.Kind(), "a text")
}

// number reads an id, which may stand in quotes; 0 when it is none.
func (p *parser) number() (uint64, error) {
	token, err := p.in.ReadToken()
	switch {
	case err != nil:
		return 0, err
	case token.Kind() == '0', token.Kind() == '"':
		n, err := strconv.ParseUint(token.String(), 10, 64)
		if err != nil {
			return 0, nil // an id of another form: it only tells repeated rows apart
		}
		return n, nil
	case token.Kind() == 'n':
		return 0, nil
	}
	return 0, wrongKind(token.Kind(), "a number")
}

// flag reads true or false, which may stand in quotes.
func (p *parser) flag() (bool, error) {
	token, err := p.in.ReadToken()
	if err != nil {
		return false, err
	}
	switch token.Kind() {
	case 't', 'f', 'n', '"':
		return token.String() == "true", nil
	}
	return false, wrongKind(token.Kind(), "true or false")
}

// kinds are what a message calls the kinds of values.
var kinds = map[jsontext.Kind]string{'{': "an object", '[': "a list", '"': "a text", '0': "a number", 't': "true", 'f': "false", 'n': "null"}

// wrongKind is the error of a value that cannot stand where it does.
func wrongKind(kind jsontext.Kind, want string) error {
	return graph.Errorf(graph.Invalid, "%s stands where %s is due", kinds[kind], want)
}
