package store

import (
	"slices"
	"strings"
	"unicode"
)

// wanted is what somebody has typed into a search, in the three ways in which it
// may be meant: as words of a name, as the beginning of one, as a code.
type wanted struct {
	text   string
	words  []string
	codes  []string // as it stands and in capitals; never nil
	scheme string   // of the code, when it is given: ods:RRV
}

// longestCode bounds what is looked up as a code, in bytes.
const longestCode = 40

func wantedOf(typed string) wanted {
	w := wanted{text: strings.Join(strings.Fields(typed), " "), words: queryWords(typed), codes: []string{}}
	if strings.Contains(w.text, " ") || len(w.text) > longestCode {
		return w
	}
	code := w.text
	if scheme, value, ok := strings.Cut(code, ":"); ok && scheme != "" && value != "" {
		w.scheme, code = strings.ToLower(scheme), value
	}
	w.codes = distinct(code, strings.ToUpper(code))
	return w
}

// spellings gives the ways in which a name that starts so may be written. The index
// of names tells capitals from small letters, and there are few ways: Royal Free,
// University of York, Royal Free London NHS Trust, HFMA conference, Acute trusts.
func (w wanted) spellings() []string {
	parts := strings.Fields(strings.ToLower(w.text))
	title, small, short := slices.Clone(parts), slices.Clone(parts), slices.Clone(parts)
	for i, p := range parts {
		title[i] = capital(p)
		if i == 0 || !stopWords[p] {
			small[i], short[i] = title[i], title[i]
		}
		if !strings.ContainsAny(p, "aeiouy") { // NHS, CCG, GP
			short[i] = strings.ToUpper(p)
		}
	}
	upper, join := strings.ToUpper(parts[0]), func(parts []string) string { return strings.Join(parts, " ") }
	return distinct(w.text, strings.ToUpper(w.text), capital(join(parts)), join(title), join(small), join(short),
		join(append([]string{upper}, parts[1:]...)), join(append([]string{upper}, small[1:]...)))
}

func capital(word string) string {
	for i, r := range word {
		return word[:i] + strings.ToUpper(string(r)) + word[i+len(string(r)):]
	}
	return word
}

func distinct(texts ...string) []string {
	slices.Sort(texts)
	return slices.Compact(texts)
}

// queryWords splits what was typed the way the index splits names, so that no
// character can be an operator of the full-text query: St George's is two words.
func queryWords(typed string) []string {
	letters := []rune(strings.ToLower(typed))
	for i, r := range letters {
		switch inside := i > 0 && i+1 < len(letters) && unicode.IsLetter(letters[i-1]) && unicode.IsLetter(letters[i+1]); {
		case unicode.IsLetter(r), unicode.IsDigit(r), inside && (r == '\'' || r == '.'):
		case inside && r == '’':
			letters[i] = '\''
		default:
			letters[i] = ' '
		}
	}
	return strings.Fields(string(letters))
}

// fullText asks for all words, the last one by its beginning. A word may be one
// the index passes over ("of", "the"), so that none of these must be there.
func fullText(words []string) string {
	query := make([]string, len(words))
	for i, w := range words {
		switch last := i == len(words)-1; {
		case last && stopWords[w] && i > 0:
			query[i] = w + "*"
		case last:
			query[i] = "+(" + w + " OR " + w + "*)"
		case stopWords[w]:
			query[i] = w
		case strings.Contains(w, "'"):
			query[i] = "+" + w
		default:
			query[i] = "+(" + w + " OR " + w + "'s)"
		}
	}
	return strings.Join(query, " ")
}

// stopWords are words that Lucene's English analysis leaves out of the index.
var stopWords = map[string]bool{"a": true, "an": true, "and": true, "are": true, "as": true, "at": true, "be": true, "but": true,
	"by": true, "for": true, "if": true, "in": true, "into": true, "is": true, "it": true, "no": true, "not": true, "of": true,
	"on": true, "or": true, "such": true, "that": true, "the": true, "their": true, "then": true, "there": true, "these": true,
	"they": true, "this": true, "to": true, "was": true, "will": true, "with": true}

// matched gives the alias that matched when the name did not.
func (w wanted) matched(name string, aliases []string) string {
	if holds(name, w.words) {
		return ""
	}
	for _, alias := range aliases {
		if holds(alias, w.words) {
			return alias
		}
	}
	return ""
}

// holds says whether every word begins a word of the name.
func holds(name string, words []string) bool {
	have := queryWords(name)
	for _, w := range words {
		if !slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, w) }) {
			return false
		}
	}
	return true
}
