package cypher

import (
	"embed"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"mapper/graph"
)

//go:embed as-at.cypher schema load explore views rules bench
var files embed.FS

// Views gives the views that come with the mapper and those in the given folders,
// by name. A folder's view may not take the name of another.
func Views(folders ...string) ([]*Statement, error) { return library("views", folders) }

// Rules gives the rules likewise: views whose rows are breaches.
func Rules(folders ...string) ([]*Statement, error) { return library("rules", folders) }

// All gives every statement of the mapper by folder (schema, load, explore, views,
// rules, bench) and name, for tests that hold all of them to one rule.
// They are read once and shared: do not change them.
var All = sync.OnceValue(func() map[string][]*Statement {
	all := map[string][]*Statement{}
	for _, folder := range []string{"schema", "load", "explore", "views", "rules", "bench"} {
		sub, _ := fs.Sub(files, folder)
		found, err := read(sub, "cypher/"+folder)
		if err != nil {
			panic(err) // embedded, so only a broken build; the tests read all of them
		}
		for _, s := range found {
			s.own = true
		}
		all[folder] = found
	}
	return all
})

// Get gives one of the mapper's own statements, such as Get("load", "claims").
func Get(folder, name string) *Statement {
	all := All()[folder]
	i := slices.IndexFunc(all, func(s *Statement) bool { return s.Name == name })
	if i < 0 {
		panic("cypher: there is no " + folder + "/" + name + ".cypher") // a slip in the program, which any test of it finds
	}
	return all[i]
}

// AsAtRule gives the rule of graph.AsAt in Cypher for the given variables.
func AsAtRule(things string) string {
	text, _ := files.ReadFile("as-at.cypher")
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.ReplaceAll(lines[len(lines)-1], "THINGS", things)
}

func library(own string, folders []string) ([]*Statement, error) {
	all := slices.Clone(All()[own])
	for _, folder := range folders {
		more, err := read(os.DirFS(folder), folder)
		if err != nil {
			return nil, err
		}
		for _, s := range more {
			if i := slices.IndexFunc(all, func(have *Statement) bool { return have.Name == s.Name }); i >= 0 {
				return nil, graph.Errorf(graph.Invalid, "%s: there is a view of that name already (%s): rename the file", s.File, all[i].File)
			}
		}
		all = append(all, more...)
	}
	slices.SortFunc(all, func(a, b *Statement) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// read parses every .cypher file of a folder.
func read(folder fs.FS, name string) ([]*Statement, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: cannot be read: give a folder of .cypher files", name).Because(err)
	}
	var found []*Statement
	for _, entry := range entries {
		base, ok := strings.CutSuffix(entry.Name(), ".cypher")
		if !ok || entry.IsDir() {
			continue
		}
		text, err := fs.ReadFile(folder, entry.Name())
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "%s/%s: cannot be read", name, entry.Name()).Because(err)
		}
		s, err := Parse(path.Join(name, entry.Name()), base, string(text))
		if err != nil {
			return nil, err
		}
		found = append(found, s)
	}
	return found, nil
}
