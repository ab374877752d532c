package cypher

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mapper/graph"
)

// Zip writes all queries as one archive of .cypher files, those too that were spoilt.
func (f *Folder) Zip(w io.Writer) error {
	all, err := f.List()
	if err != nil {
		return err
	}
	archive := zip.NewWriter(w)
	for _, one := range all {
		text, err := os.ReadFile(filepath.Join(f.dir, one.Name+".cypher"))
		if err != nil {
			return graph.Errorf(graph.Internal, "%s: the query %s cannot be read", f.dir, one.Name).Because(err)
		}
		file, err := archive.Create(one.Name + ".cypher")
		if err != nil {
			return err
		}
		if _, err := file.Write(text); err != nil {
			return err
		}
	}
	return archive.Close()
}

// Unzip reads the queries of an archive that Zip or anybody else has made; folders in
// it do not count, and nothing but .cypher files is looked at.
func Unzip(archive []byte) (map[string]string, error) {
	files, err := zip.NewReader(strings.NewReader(string(archive)), int64(len(archive)))
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "This is no zip archive: give one with .cypher files in it.").Because(err)
	}
	texts := map[string]string{}
	for _, file := range files.File {
		name, ok := strings.CutSuffix(filepath.Base(file.Name), ".cypher")
		if !ok || file.FileInfo().IsDir() {
			continue
		}
		if _, twice := texts[name]; twice || len(texts) == mostQueries {
			return nil, graph.Errorf(graph.Invalid, "%s: there are two files of this name in the archive, or more than %d in all.", file.Name, mostQueries)
		}
		text, err := unpack(file)
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "%s: cannot be read from the archive: %v", file.Name, err)
		}
		texts[name] = text
	}
	if len(texts) == 0 {
		return nil, graph.Errorf(graph.Invalid, "There is no .cypher file in the archive.")
	}
	return texts, nil
}

// unpack reads one file, and a byte more than it may have: a small archive can hold
// a very large file.
func unpack(file *zip.File) (string, error) {
	content, err := file.Open()
	if err != nil {
		return "", err
	}
	defer content.Close()
	text, err := io.ReadAll(io.LimitReader(content, longestQuery+1))
	return string(text), err
}
