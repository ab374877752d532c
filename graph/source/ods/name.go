package ods

import (
	"strings"
	"unicode/utf8"

	"mapper/graph/source"
)

// Name writes an official name, which files have in capitals, as a person would:
// source.Title, with abbreviations, codes and initials left as they are. It is
// one pass over the bytes, since every row of a file has a name.
func Name(official string) string {
	var room [96]byte
	out := room[:0]
	for rest := official; rest != ""; {
		var word string
		if word, rest = nextWord(rest); word == "" {
			break
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = appendWord(out, word)
	}
	return string(out)
}

// nextWord cuts off the first word.
func nextWord(text string) (word, rest string) {
	start := 0
	for start < len(text) && blank(text[start]) {
		start++
	}
	end := start
	for end < len(text) && !blank(text[end]) {
		end++
	}
	return text[start:end], text[end:]
}

func blank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// appendWord writes one word; out is what stands before it.
func appendWord(out []byte, word string) []byte {
	hyphens := false
	for i := range len(word) {
		switch c := word[i]; {
		case c >= utf8.RuneSelf:
			return append(out, source.Title(word)...)
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c == '&' && len(word) <= len("NCH&C"):
			return append(out, word...) // a code, written by a person already, or A&E
		case c == '-':
			hyphens = true
		}
	}
	if len(out) > 0 && small(word) {
		return appendPart(out, word, true)
	}
	if !hyphens {
		return appendPart(out, word, false)
	}
	for i := 0; ; i++ {
		part, rest, more := strings.Cut(word, "-")
		out = appendPart(out, part, i > 0 && small(part))
		if !more {
			return out
		}
		out, word = append(out, '-'), rest
	}
}

// appendPart writes a part of a word between hyphens: its first letter is raised.
func appendPart(out []byte, part string, lower bool) []byte {
	if abbreviation(bare(part)) {
		return append(out, part...)
	}
	for i := range len(part) {
		c := part[i]
		if c >= 'A' && c <= 'Z' {
			if lower {
				c += 'a' - 'A'
			}
			lower = true
		}
		out = append(out, c)
	}
	return out
}

// small words stay in lower case within a name. Here and below a switch takes a
// third of the time of a map.
func small(word string) bool {
	switch word {
	case "AND", "OF", "THE", "ON", "IN", "FOR", "WITH", "UPON":
		return true
	}
	return false
}

// abbreviation says whether a word is letters to be spelt out: up to four without a
// vowel, or one of those with a vowel that names here have.
func abbreviation(word string) bool {
	switch word {
	case "NHS":
		return true
	case "DR", "DRS", "ST", "MR", "MRS", "CTR", "LTD", "RD", "HLTH":
		return false
	case "ICB", "CIC", "UK", "OOH", "WIC", "YOI", "ENT", "CRI", "UCC", "MIU", "UTC", "AQP", "HIV", "APMS", "CAMHS":
		return true
	}
	if len(word) < 2 || len(word) > 4 {
		return false
	}
	for i := range len(word) {
		switch word[i] {
		case 'A', 'E', 'I', 'O', 'U', 'Y', '\'':
			return false
		}
	}
	return true
}

// bare cuts off what is no letter at either end.
func bare(word string) string {
	for word != "" && (word[0] < 'A' || word[0] > 'Z') {
		word = word[1:]
	}
	for word != "" && (word[len(word)-1] < 'A' || word[len(word)-1] > 'Z') {
		word = word[:len(word)-1]
	}
	return word
}
