package cypher

import "slices"

// Parameters gives the names of the parameters a statement uses, each once, in
// order. Strings, quoted names and comments are passed over.
func Parameters(text string) []string {
	var names []string
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\'' || c == '"' || c == '`':
			i = skipQuoted(text, i)
		case c == '/' && i+1 < len(text) && text[i+1] == '/':
			i = skipTo(text, i, "\n")
		case c == '/' && i+1 < len(text) && text[i+1] == '*':
			i = skipTo(text, i+2, "*/")
		case c == '$':
			end := i + 1
			for end < len(text) && wordByte(text[end]) {
				end++
			}
			if name := text[i+1 : end]; name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
			i = end
		default:
			i++
		}
	}
	return names
}

func wordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// skipQuoted gives the place behind the quoted text that starts at i.
func skipQuoted(text string, i int) int {
	quote := text[i]
	for i++; i < len(text) && text[i] != quote; i++ {
		if text[i] == '\\' && quote != '`' {
			i++
		}
	}
	return i + 1
}

// skipTo gives the place behind the next end from i on.
func skipTo(text string, i int, end string) int {
	for ; i < len(text); i++ {
		if len(text)-i >= len(end) && text[i:i+len(end)] == end {
			return i + len(end)
		}
	}
	return len(text)
}
