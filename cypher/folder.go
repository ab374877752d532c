package cypher

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"mapper/graph"
)

// Limits of a folder of saved queries: it holds what people write by hand.
const (
	mostQueries  = 1000
	longestQuery = 100_000 // bytes of one file
)

// Folder keeps saved queries: statements of an analyst's own, one .cypher file each,
// with the header of a view above them. It may be used by many at once, and the files
// may be edited by hand meanwhile: each is read when it is asked for.
type Folder struct {
	dir string
	mu  sync.Mutex // one writes at a time
}

// NewFolder gives the folder at a path; it is made when the first query is saved.
func NewFolder(dir string) *Folder { return &Folder{dir: dir} }

// Dir gives the path of the folder.
func (f *Folder) Dir() string { return f.dir }

// Saved is a query of the folder. One that was spoilt by hand has Problem, which says
// what is wrong with it, in place of the rest.
type Saved struct {
	Name     string `json:"name" doc:"the file's name without .cypher"`
	Title    string `json:"title"`
	Question string `json:"question,omitempty"`
	Text     string `json:"text" doc:"the whole file: header and statement"`
	Problem  string `json:"problem,omitempty" doc:"why the file is no query, where it is none"`
}

// List gives all queries by name.
func (f *Folder) List() ([]Saved, error) {
	entries, err := os.ReadDir(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return []Saved{}, nil
	}
	if err != nil {
		return nil, graph.Errorf(graph.Internal, "%s: the folder of saved queries cannot be read", f.dir).Because(err)
	}
	all := []Saved{}
	for _, entry := range entries {
		name, ok := strings.CutSuffix(entry.Name(), ".cypher")
		if !ok || !entry.Type().IsRegular() {
			continue
		}
		if one, err := f.Get(name); err == nil {
			all = append(all, one)
		} else if graph.KindOf(err) != graph.NotFound { // it has gone meanwhile
			all = append(all, Saved{Name: name, Title: name, Problem: err.Error()})
		}
	}
	slices.SortFunc(all, func(a, b Saved) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Get gives one query.
func (f *Folder) Get(name string) (Saved, error) {
	path, err := f.path(name)
	if err != nil {
		return Saved{}, err
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Saved{}, graph.Errorf(graph.NotFound, "There is no saved query %q.", name)
	}
	if err != nil {
		return Saved{}, graph.Errorf(graph.Internal, "%s: cannot be read", path).Because(err)
	}
	return saved(name, string(text))
}

// saved checks a file and gives it as a query.
func saved(name, text string) (Saved, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if len(text) > longestQuery {
		return Saved{}, graph.Errorf(graph.TooLarge, "%s.cypher is longer than %d bytes: that is no query written by hand.", name, longestQuery)
	}
	s, err := Parse(name+".cypher", name, text)
	if err != nil {
		return Saved{}, err
	}
	return Saved{Name: name, Title: s.Title, Question: s.Question, Text: text}, nil
}

// Put saves queries under their names, all of them or, when one is wrong, none. What
// was there under a name is replaced.
func (f *Folder) Put(texts map[string]string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	have, err := f.List()
	if err != nil {
		return err
	}
	if len(have)+len(texts) > mostQueries {
		return graph.Errorf(graph.TooLarge, "The folder of saved queries holds %d at most: delete some first.", mostQueries)
	}
	for name, text := range texts {
		if _, err := f.path(name); err != nil {
			return err
		}
		one, err := saved(name, text)
		if err != nil {
			return err
		}
		texts[name] = strings.TrimRight(one.Text, "\n") + "\n"
	}
	if err := os.MkdirAll(f.dir, 0o755); err != nil {
		return graph.Errorf(graph.Internal, "%s: the folder of saved queries cannot be made", f.dir).Because(err)
	}
	for name, text := range texts {
		if err := f.write(name, text); err != nil {
			return graph.Errorf(graph.Internal, "%s: the query %s cannot be saved there", f.dir, name).Because(err)
		}
	}
	return nil
}

// write puts a file in place whole: nobody ever reads half of one.
func (f *Folder) write(name, text string) error {
	draft, err := os.CreateTemp(f.dir, ".saving-*")
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name()) // gone already when all went well
	_, err = io.WriteString(draft, text)
	if err = errors.Join(err, draft.Chmod(0o644), draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), filepath.Join(f.dir, name+".cypher"))
}

// Delete removes one query.
func (f *Folder) Delete(name string) error {
	path, err := f.path(name)
	if err != nil {
		return err
	}
	err = os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return graph.Errorf(graph.NotFound, "There is no saved query %q.", name)
	}
	if err != nil {
		return graph.Errorf(graph.Internal, "%s: cannot be removed", path).Because(err)
	}
	return nil
}

// path gives where a query is kept. A name of words and hyphens leads nowhere else.
func (f *Folder) path(name string) (string, error) {
	if err := CheckName("query", name); err != nil {
		return "", err
	}
	return filepath.Join(f.dir, name+".cypher"), nil
}

// CheckName holds the name of a query, or of a view, to what names are.
func CheckName(what, name string) error {
	if !nameForm.MatchString(name) || len(name) > 100 {
		return graph.Errorf(graph.Invalid, "%q is no name for a %s: write lower-case words joined by -, such as trusts-without-a-lead.", name, what)
	}
	return nil
}
