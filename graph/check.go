package graph

// phraseLimit is how many words of a document a claim may repeat: enough to find
// the place, never a copied sentence.
const phraseLimit = 8

// idLimit is the most bytes an id may have.
const idLimit = 120

// Check reports everything wrong with the dataset by itself and against the
// vocabulary v (the mapper's own with the dataset's additions).
func (d *Dataset) Check(v *Vocabulary) Problems {
	problems := d.CheckRelease(d.Documents, Place{File: "dataset.yaml"})
	more, _ := CheckStream(d.Stream(), v, Visitor{}) // memory does not fail, and nobody visits
	return append(problems, more...)
}

// CheckRelease reports a release that is none of the dataset's documents, or whose
// document does not say when it was published; at is where the release is named.
func (d *Dataset) CheckRelease(documents []Document, at Place) Problems {
	var problems Problems
	if d.Release == "" {
		return nil
	}
	for _, doc := range documents {
		if doc.ID != d.Release {
			continue
		}
		if doc.Published == "" {
			problems.Add(at, "release", "%q has no date: give published in documents.csv, by which releases are put in order", d.Release)
		}
		return problems
	}
	problems.Add(at, "release", "%q is not in documents.csv: name the document that is this release", d.Release)
	return problems
}

// idOK says whether an id is 1 to 120 letters, digits and . _ : - and starts with a
// letter or digit: it stands in addresses and file names.
func idOK(id string) bool {
	if len(id) == 0 || len(id) > idLimit || idBytes[id[0]] != 2 {
		return false
	}
	for i := 1; i < len(id); i++ {
		if idBytes[id[i]] == 0 {
			return false
		}
	}
	return true
}

// idBytes is 2 for letters and digits, 1 for what may follow them, else 0.
var idBytes = func() (of [256]uint8) {
	for _, c := range []byte("._:-") {
		of[c] = 1
	}
	for c := '0'; c <= 'z'; c++ {
		if c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' {
			of[c] = 2
		}
	}
	return of
}()
