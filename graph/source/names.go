package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainLetters are the letters with marks that names of bodies here have.
var plainLetters = strings.NewReplacer("á", "a", "é", "e", "è", "e", "ê", "e", "í", "i", "ó", "o", "ô", "o", "ö", "o", "ú", "u", "ü", "u", "ç", "c", "ŵ", "w", "ŷ", "y")

// marks are left out of words, not put between them.
var marks = strings.NewReplacer("'", "", "’", "", "‘", "")

// Fold gives what two spellings of a name have in common: lower case, "and" for
// "&", no punctuation, no leading "the".
func Fold(name string) string {
	if !ascii(name) {
		name = marks.Replace(plainLetters.Replace(strings.ToLower(name)))
	}
	folded := make([]byte, 0, len(name)+8)
	between := false // something that parts words has been passed
	for _, r := range name {
		switch {
		case r == '\'':
			continue
		case r == '&':
			folded, between = part(folded, true), true
			folded = append(folded, "and"...)
			continue
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r < utf8.RuneSelf && !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9'),
			r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			between = true
			continue
		}
		folded = utf8.AppendRune(part(folded, between), r)
		between = false
	}
	return strings.TrimPrefix(string(folded), "the ")
}

// part begins another word where the last is over.
func part(folded []byte, between bool) []byte {
	if between && len(folded) > 0 {
		return append(folded, ' ')
	}
	return folded
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// slugLength keeps ids made of names, with what is added to them, within what an id may be.
const slugLength = 90

// Slug makes a readable id of a name; "" when nothing of it can stand in an id.
func Slug(name string) string {
	folded := []byte(Fold(name))
	slug := folded[:0]
	for _, c := range folded { // which is never behind where slug writes
		switch {
		case c == ' ' && len(slug) > slugLength:
			return string(slug)
		case c == ' ':
			slug = append(slug, '-')
		case c < utf8.RuneSelf:
			slug = append(slug, c)
		}
	}
	return strings.Trim(string(slug), "-")
}

// Clean folds white space, among it the line ends that cells of workbooks hold.
func Clean(text string) string {
	if isClean(text) {
		return text
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
}

// isClean says whether a text surely has no white space to fold.
func isClean(text string) bool {
	blank := true // the last letter was a space, or there was none
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c == ' ' && blank || c >= utf8.RuneSelf && !unicodeClean(text[i:]) {
			return false
		}
		blank = c == ' '
	}
	return !blank || text == ""
}

// unicodeClean says whether the letter that a text begins with is no white space;
// the bytes within a letter count as such.
func unicodeClean(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.IsSpace(r)
}

// phraseWords is how many words of a source a claim may repeat.
const phraseWords = 8

// Phrase gives the first words of a cell, enough to find it by.
func Phrase(cell string) string {
	if strings.Count(cell, " ") < phraseWords && isClean(cell) {
		return cell
	}
	words := strings.Fields(cell)
	return strings.Join(words[:min(len(words), phraseWords)], " ")
}

// smallWords stay in lower case within a name.
var smallWords = map[string]bool{"and": true, "of": true, "the": true, "on": true, "in": true, "for": true, "with": true, "upon": true}

// capitals stay as they are.
var capitals = map[string]bool{"NHS": true, "CCG": true, "ICB": true, "FT": true, "CIC": true}

// Title writes a name that a file has in capitals as a person would.
func Title(name string) string {
	title := make([]byte, 0, len(name))
	for word := range strings.FieldsSeq(name) {
		first := len(title) == 0
		if !first {
			title = append(title, ' ')
		}
		lower := strings.ToLower(word)
		switch {
		case capitals[word]:
			title = append(title, word...)
		case smallWords[lower] && !first:
			title = append(title, lower...)
		default:
			title = appendTitled(title, lower)
		}
	}
	return string(title)
}

// appendTitled adds a word with its first letter raised, and that of each part after
// a hyphen.
func appendTitled(title []byte, word string) []byte {
	for i, part := range strings.Split(word, "-") {
		if i > 0 {
			title = append(title, '-')
		}
		first := strings.IndexFunc(part, unicode.IsLetter) // behind a bracket too
		if first < 0 || i > 0 && smallWords[part] {
			title = append(title, part...)
			continue
		}
		letter, size := utf8.DecodeRuneInString(part[first:])
		title = append(title, part[:first]...)
		title = utf8.AppendRune(title, unicode.ToUpper(letter))
		title = append(title, part[first+size:]...)
	}
	return title
}
