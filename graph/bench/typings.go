package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// typings are what people type on their way to a name: some letters of a word of it,
// every other time with the word before.
func (b *bench) typings(round int) []string {
	w := newWorld(b.scale, seed, 1)
	dice := rand.New(rand.NewPCG(seed, uint64(round+1)))
	texts := make([]string, 0, typings)
	for len(texts) < typings {
		class := dice.IntN(len(classes))
		words := wordsOf(w.entity(class, dice.IntN(w.counts[class])).Name)
		at := dice.IntN(len(words))
		word := []rune(words[at])
		text := string(word[:min(len(word), 2+dice.IntN(5))])
		if at > 0 && dice.IntN(2) == 0 {
			text = words[at-1] + " " + text
		}
		texts = append(texts, text)
	}
	return texts
}

func wordsOf(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
