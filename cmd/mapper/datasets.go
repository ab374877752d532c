package main

import (
	"fmt"
	"os"
	"path/filepath"

	"mapper/graph"
)

// shownProblems is how many problems are printed before the rest is only counted.
const shownProblems = 1000

func tooMany(problems graph.Problems) error {
	total := len(problems)
	err := problems[:min(total, shownProblems)].Err()
	if total > shownProblems {
		return graph.Errorf(graph.Invalid, "%v\n… and %d more", err, total-shownProblems)
	}
	return graph.Errorf(graph.Invalid, "%s\n%s", plural(total, "problem", "problems")+" found; nothing was written:", err)
}

// plural gives a number with its word.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// texts reads the documents' own texts from a folder, by document id, and counts
// those that name no text file.
func texts(d *graph.Dataset, dir string) (found map[string][]string, unnamed int, missing graph.Problems) {
	found = map[string][]string{}
	var problems graph.Problems
	for _, doc := range d.Documents {
		if doc.File == "" {
			unnamed++
			continue
		}
		if filepath.Base(doc.File) != doc.File {
			problems.Add(doc.Place, "file", "%q is not the name of a file in %s", doc.File, dir)
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, doc.File))
		if err != nil {
			problems.Add(doc.Place, "file", "%v", err)
			continue
		}
		found[doc.ID] = graph.Paragraphs(string(text))
	}
	return found, unnamed, problems
}
