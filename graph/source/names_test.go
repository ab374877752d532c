package source

import "testing"

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"NHS Bath & North East Somerset CCG": "nhs-bath-and-north-east-somerset-ccg",
		"The King’s Fund":                    "kings-fund",
		" St. Nicholas Hospice (Suffolk) ":   "st-nicholas-hospice-suffolk",
		"Ysbyty Glan Clŵyd":                  "ysbyty-glan-clwyd",
		"The":                                "the",
		"—":                                  "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"NHS STOKE ON TRENT CCG":               "NHS Stoke on Trent CCG",
		"NHS CENTRAL LONDON (WESTMINSTER) CCG": "NHS Central London (Westminster) CCG",
		"THE ROYAL STRATFORD-UPON-AVON TRUST":  "The Royal Stratford-upon-Avon Trust",
	} {
		if got := Title(name); got != want {
			t.Errorf("Title(%q) = %q, want %q", name, got, want)
		}
	}
	if got := Clean("Lincolnshire\u00a0STP\n"); got != "Lincolnshire STP" {
		t.Errorf("%q", got)
	}
	if got := Phrase("one two three four five six seven eight nine"); got != "one two three four five six seven eight" {
		t.Errorf("%q", got)
	}
	long := Slug("A name that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on and on")
	if len(long) > 100 || long[len(long)-1] == '-' {
		t.Errorf("%q has %d letters", long, len(long))
	}
}
