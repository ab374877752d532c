package source

import (
	"slices"
	"strings"
	"unicode"
)

// plainLetters are the letters with marks that names of bodies here have.
var plainLetters = strings.NewReplacer("á", "a", "é", "e", "è", "e", "ê", "e", "í", "i", "ó", "o", "ô", "o", "ö", "o", "ú", "u", "ü", "u", "ç", "c", "ŵ", "w", "ŷ", "y")

// Fold gives what two spellings of a name have in common: lower case, "and" for
// "&", no punctuation, no leading "the".
func Fold(name string) string {
	text := plainLetters.Replace(strings.ToLower(strings.ReplaceAll(name, "&", " and ")))
	text = strings.NewReplacer("'", "", "’", "", "‘", "").Replace(text)
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// slugLength keeps ids made of names, with what is added to them, within what an id may be.
const slugLength = 90

// Slug makes a readable id of a name; "" when nothing of it can stand in an id.
func Slug(name string) string {
	var slug strings.Builder
	for _, r := range Fold(name) {
		switch {
		case r == ' ' && slug.Len() > slugLength:
			return slug.String()
		case r == ' ':
			slug.WriteByte('-')
		case r < unicode.MaxASCII:
			slug.WriteRune(r)
		}
	}
	return strings.Trim(slug.String(), "-")
}

// Clean folds white space, among it the line ends that cells of workbooks hold.
func Clean(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
}

// phraseWords is how many words of a source a claim may repeat.
const phraseWords = 8

// Phrase gives the first words of a cell, enough to find it by.
func Phrase(cell string) string {
	words := strings.Fields(cell)
	return strings.Join(words[:min(len(words), phraseWords)], " ")
}

// smallWords stay in lower case within a name.
var smallWords = map[string]bool{"and": true, "of": true, "the": true, "on": true, "in": true, "for": true, "with": true, "upon": true}

// capitals stay as they are.
var capitals = map[string]bool{"NHS": true, "CCG": true, "ICB": true, "FT": true, "CIC": true}

// Title writes a name that a file has in capitals as a person would.
func Title(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		lower := strings.ToLower(word)
		switch {
		case capitals[word]:
		case smallWords[lower] && i > 0:
			words[i] = lower
		default:
			words[i] = titleWord(lower)
		}
	}
	return strings.Join(words, " ")
}

// titleWord raises the first letter of a word and of each part after a hyphen.
func titleWord(word string) string {
	parts := strings.Split(word, "-")
	for i, part := range parts {
		r := []rune(part)
		if first := slices.IndexFunc(r, unicode.IsLetter); first >= 0 && !(i > 0 && smallWords[part]) {
			r[first] = unicode.ToUpper(r[first]) // behind a bracket too
		}
		parts[i] = string(r)
	}
	return strings.Join(parts, "-")
}
