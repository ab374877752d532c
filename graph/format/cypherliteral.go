package format

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"mapper/graph"
)

// literal writes a value as Cypher does.
func literal(value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		return quoted(v)
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return decimal(v)
	case graph.Day:
		return "date('" + v.String() + "')"
	case []any:
		parts := make([]string, len(v))
		for i, one := range v {
			parts[i] = literal(one)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		parts := make([]string, 0, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, name(key)+": "+literal(v[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return quoted(fmt.Sprint(value))
}

// decimal keeps a number that is not whole one, whatever its value.
func decimal(f float64) string {
	text := strconv.FormatFloat(f, 'g', -1, 64)
	if strings.ContainsAny(text, "NI") { // not a number, or without end
		return "null"
	}
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

// quoted writes a text between single quotes. Neo4j reads \uXXXX anywhere in a statement
// before it looks for quotes, even behind another backslash: so a backslash ends its
// literal when a u follows.
func quoted(s string) string {
	var out strings.Builder
	out.WriteByte('\'')
	backslash := false
	for _, r := range s {
		switch {
		case r == '\'':
			out.WriteString(`\'`)
		case r == '\\':
			out.WriteString(`\\`)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case r == '\t':
			out.WriteString(`\t`)
		case r < ' ' || r > '~':
			if backslash {
				out.WriteString("' + '")
			}
			out.WriteString(escaped(r))
		case backslash && (r == 'u' || r == 'U'):
			out.WriteString("' + '" + string(r))
		default:
			out.WriteRune(r)
		}
		backslash = r == '\\'
	}
	out.WriteByte('\'')
	return out.String()
}

// escaped writes a sign as \uXXXX, one beyond the first plane as two.
func escaped(r rune) string {
	if r > 0xFFFF {
		high, low := utf16.EncodeRune(r)
		return fmt.Sprintf(`\u%04X\u%04X`, high, low)
	}
	return fmt.Sprintf(`\u%04X`, r)
}

// asciiOnly drops what is not plain text, for remarks and names.
func asciiOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, s)
}
