package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"mapper/graph"
	"mapper/graph/source/folder"
	"mapper/testdata/nhs"
)

// readDataset reads and checks one dataset: a folder, or a sample by its id.
func readDataset(name string) (*graph.Dataset, graph.Problems, error) {
	files, err := datasetFolder(name)
	if err != nil {
		return nil, nil, err
	}
	d, problems := folder.Read(files, name)
	return d, problems, nil
}

// datasetFolder finds the files of a dataset. What exists as a folder wins over a
// sample of the same name.
func datasetFolder(name string) (fs.FS, error) {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return os.DirFS(name), nil
	}
	if err == nil {
		advice := ""
		if ext := strings.ToLower(filepath.Ext(name)); ext == ".xlsx" || ext == ".csv" {
			advice = "; mapper convert makes one of published files (docs/sources.md)"
		}
		return nil, graph.Errorf(graph.Invalid, "%s is a file: a dataset is a folder with dataset.yaml, documents.csv, entities.csv and claims.csv%s", name, advice)
	}
	if sample, ok := nhs.Dataset(name); ok {
		return sample, nil
	}
	return nil, graph.Errorf(graph.Invalid, "%s: there is no such folder, and no sample of that name (samples: %s)", name, strings.Join(nhs.IDs, ", ")).Because(err)
}

// checkedDatasets reads all datasets and reports all problems of all of them.
func checkedDatasets(names []string) ([]*graph.Dataset, error) {
	var all []*graph.Dataset
	var problems graph.Problems
	for _, name := range names {
		d, found, err := readDataset(name)
		if err != nil {
			return nil, err
		}
		all, problems = append(all, d), append(problems, found...)
	}
	if err := problems.Err(); err != nil {
		return nil, tooMany(problems)
	}
	return all, nil
}

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
