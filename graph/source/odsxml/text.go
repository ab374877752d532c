package odsxml

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/orisano/gosax"

	"mapper/graph"
)

// chars takes text between tags.
func (p *parser) chars(text []byte) error {
	if p.taking {
		p.text = append(p.text, text...)
	} else if len(p.open) == 0 && len(bytes.TrimSpace(text)) > 0 {
		return graph.Errorf(graph.Invalid, "%.20q stands outside the document: this is no XML, or a damaged file", bytes.TrimSpace(text))
	}
	return nil
}

// cdata takes a text in which nothing is escaped.
func (p *parser) cdata(text []byte) error {
	const opening, closing = "<![CDATA[", "]]>"
	if p.taking && bytes.HasPrefix(text, []byte(opening)) {
		text = text[len(opening) : len(text)-len(closing)]
		p.text = append(p.text, bytes.ReplaceAll(text, []byte("&"), []byte("&amp;"))...)
	}
	return nil
}

// take begins to keep the text of an element.
func (p *parser) take() { p.text, p.taking = p.text[:0], true }

// taken gives the text that was kept.
func (p *parser) taken() (string, error) {
	p.taking = false
	text := p.text
	if bytes.IndexByte(text, '&') >= 0 {
		var err error
		if text, err = gosax.Unescape(text); err != nil {
			return "", graph.Errorf(graph.Invalid, "%.40q: %v: write & as &amp;", p.text, err)
		}
	}
	return cleanText(text)
}

// cleanText gives a text that can stand in a graph.
func cleanText(text []byte) (string, error) {
	text = bytes.TrimSpace(text)
	if !utf8.Valid(text) {
		return "", graph.Errorf(graph.Invalid, "%.40q is not UTF-8 (Latin-1 or Windows-1252?): save the file as UTF-8", text)
	}
	if bytes.IndexFunc(text, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }) >= 0 {
		return "", graph.Errorf(graph.Invalid, "%.40q has a control character: this is no XML, or a damaged file", text)
	}
	return string(text), nil
}

// wordLimit is how many values are kept for use again; most are days.
const wordLimit = 1 << 16

// word gives a value that many rows share.
func (p *parser) word(value []byte) string {
	if word, ok := p.words[string(value)]; ok {
		return word
	}
	word := string(value)
	if len(p.words) < wordLimit {
		p.words[word] = word
	}
	return word
}

var encodingForm = regexp.MustCompile(`^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)["']`)

// encoding refuses another encoding than UTF-8, which a declaration says.
func encoding(instruction []byte) error {
	declared := encodingForm.FindSubmatch(instruction)
	if declared == nil {
		return nil
	}
	switch name := strings.ToUpper(string(declared[1])); name {
	case "UTF-8", "US-ASCII", "ASCII":
		return nil
	}
	return graph.Errorf(graph.Invalid, "says that its encoding is %.20q: save it as UTF-8", declared[1])
}
