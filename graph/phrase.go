package graph

import (
	"strconv"
	"strings"
)

// plainer turns the typographic forms that texts and datasets differ in into
// plain ones: non-breaking and other spaces, curly quotes, dashes.
var plainer = strings.NewReplacer(
	"\u00a0", " ", "\u2007", " ", "\u202f", " ", "\u200b", "", "\ufeff", "",
	"‘", "'", "’", "'", "“", `"`, "”", `"`, "‐", "-", "‑", "-", "–", "-", "—", "-",
)

// Plain folds typographic differences and runs of white space, so that a phrase
// typed by hand is found in a text that was typeset.
func Plain(text string) string {
	return strings.Join(strings.Fields(plainer.Replace(text)), " ")
}

// Paragraphs gives the non-empty lines of a text: ¶1 is the first of them.
func Paragraphs(text string) []string {
	var found []string
	for line := range strings.Lines(text) {
		if plain := Plain(line); plain != "" {
			found = append(found, plain)
		}
	}
	return found
}

// CheckPhrases reports every claim whose phrase does not stand in the paragraph
// it names. texts holds the paragraphs of each document by the document's id.
func (d *Dataset) CheckPhrases(texts map[string][]string) Problems {
	var problems Problems
	for i := range d.Claims {
		c := &d.Claims[i]
		paragraphs, ok := texts[c.Document]
		if !ok {
			continue // reported once, where the text was looked for
		}
		number, err := strconv.Atoi(strings.TrimPrefix(c.Locator, "¶"))
		if err != nil || number < 1 || number > len(paragraphs) {
			problems.Add(c.Place, "locator", "%q is not a paragraph of %s, which has ¶1 to ¶%d", c.Locator, c.Document, len(paragraphs))
			continue
		}
		if phrase := Plain(c.Phrase); phrase == "" {
			problems.Add(c.Place, "phrase", "is missing: give up to %d words that stand in %s of %s", phraseLimit, c.Locator, c.Document)
		} else if !strings.Contains(paragraphs[number-1], phrase) {
			problems.Add(c.Place, "phrase", "%q does not stand in %s of %s%s", c.Phrase, c.Locator, c.Document, elsewhere(phrase, paragraphs))
		}
	}
	return problems
}

// CheckCoverage reports every paragraph that no claim covers and that is not
// passed over for a reason, and documents whose paragraphs are counted wrongly.
func (d *Dataset) CheckCoverage(texts map[string][]string) Problems {
	seen := map[string]bool{}
	for _, c := range d.Claims {
		seen[c.Document+" "+c.Locator] = true
	}
	var problems Problems
	for _, doc := range d.Documents {
		for _, p := range doc.Passed {
			if seen[doc.ID+" "+p.Locator] {
				problems.Add(doc.Place, "", "%s of %s is passed over (%s) and has a claim all the same", p.Locator, doc.ID, p.Reason)
			}
			seen[doc.ID+" "+p.Locator] = true
		}
		paragraphs, ok := texts[doc.ID]
		if doc.Paragraphs == 0 || !ok {
			continue
		}
		if doc.Paragraphs != len(paragraphs) {
			problems.Add(doc.Place, "paragraphs", "%d: the text of %s has %d", doc.Paragraphs, doc.ID, len(paragraphs))
		}
		for n := 1; n <= doc.Paragraphs; n++ {
			if locator := "¶" + strconv.Itoa(n); !seen[doc.ID+" "+locator] {
				problems.Add(doc.Place, "", "%s of %s has no claim: claim what it says, or give the reason in coverage.csv", locator, doc.ID)
			}
		}
	}
	return problems
}

// elsewhere says in which other paragraph a phrase does stand.
func elsewhere(phrase string, paragraphs []string) string {
	for i, p := range paragraphs {
		if strings.Contains(p, phrase) {
			return "; it stands in ¶" + strconv.Itoa(i+1)
		}
	}
	return ""
}
