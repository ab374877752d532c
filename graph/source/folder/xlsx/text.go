package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// entities are the names that XML itself gives letters.
var entities = map[string]byte{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// appendText adds the text between two tags with its entities resolved; one that is
// not known stays as it is.
func appendText(to, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(to, text...)
		}
		to = append(to, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text, ';')
		letter, ok := entity(text[1:max(end, 1)])
		if !ok {
			to, text = append(to, '&'), text[1:]
			continue
		}
		to, text = utf8.AppendRune(to, letter), text[end+1:]
	}
}

func entity(name []byte) (letter rune, ok bool) {
	if len(name) < 2 || name[0] != '#' {
		c, ok := entities[string(name)]
		return rune(c), ok
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), err == nil && n > 0 && n <= utf8.MaxRune
}

// unescaped resolves Excel's own way to write letters that XML has not (_x000D_), in
// place from a start on.
func unescaped(text []byte, start int) []byte {
	if bytes.Index(text[start:], []byte("_x")) < 0 {
		return text
	}
	out := text[:start]
	for in := text[start:]; len(in) > 0; {
		if len(in) >= 7 && in[0] == '_' && in[1] == 'x' && in[6] == '_' {
			if n, err := strconv.ParseUint(string(in[2:6]), 16, 16); err == nil && n > 0 {
				out, in = utf8.AppendRune(out, rune(n)), in[7:] // never longer than what it replaces
				continue
			}
		}
		out, in = append(out, in[0]), in[1:]
	}
	return out
}
