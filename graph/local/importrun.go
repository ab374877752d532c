package local

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// Nodes makes a table of nodes; name says in messages what they are. One of the
// columns is the ID by which relationships name their ends. It panics over a type of
// column that there is not.
func (im *Importer) Nodes(name string, columns []Column) (*Table, error) {
	return im.table("nodes", name, columns)
}

// Relationships makes a table of relationships, with START_ID, END_ID and TYPE among
// the columns. Their ends may be in any table of nodes.
func (im *Importer) Relationships(name string, columns []Column) (*Table, error) {
	return im.table("relationships", name, columns)
}

func (im *Importer) table(sort, name string, columns []Column) (*Table, error) {
	stem := filepath.Join(im.away.home, fmt.Sprintf("%s-%d", sort, len(im.tables)+1))
	t := &Table{name: name, sort: sort, header: stem + "-header.csv",
		plain: file{path: stem + ".csv"}, lines: file{path: stem + "-lines.csv"}}
	var header []byte
	for i, c := range columns {
		ready, title := newColumn(c)
		t.columns = append(t.columns, ready)
		if i > 0 {
			header = append(header, ',')
		}
		header = append(header, title...)
	}
	im.tables = append(im.tables, t)
	return t, writeFile(t.header, append(header, '\n'))
}

// Run makes the store of the rows given and puts it in place, and frees the home as
// Close does, whatever comes of it. When it fails the home is as it was before.
//
// progress, if not nil, is told how much is done (0 to 1) and what is being done,
// a few times a second at most; it is not called after Run has returned.
func (im *Importer) Run(ctx context.Context, progress func(done float64, step string)) error {
	defer im.Close()
	for _, t := range im.tables {
		if err := t.finish(); err != nil {
			return err
		}
	}
	if im.rows()["nodes"] == 0 {
		return nil // the first start makes an empty store
	}
	if err := im.password.wait(ctx); err != nil {
		return err
	}
	if err := im.runTool(ctx, progress); err != nil {
		return err
	}
	if err := im.trimLog(); err != nil {
		return err
	}
	return im.putInPlace()
}

// trimLog shortens the transaction log, for which the tool sets 256 MB aside whatever
// the settings say. It holds one transaction of some 200 bytes.
func (im *Importer) trimLog() error {
	const enough = 1 << 20
	path := filepath.Join(im.away.data(), "transactions", "neo4j", "neostore.transaction.db.0")
	info, err := os.Stat(path)
	if err == nil && info.Size() > enough {
		err = os.Truncate(path, enough)
	}
	if err != nil {
		return cannot("shorten", path, err)
	}
	return nil
}

// putInPlace exchanges the home's data for what was imported. Killed between the two
// renames it leaves a home without data: what was there before held nothing.
func (im *Importer) putInPlace() error {
	if exists(im.p.data()) {
		if err := os.Rename(im.p.data(), filepath.Join(im.away.home, "replaced")); err != nil {
			return cannot("replace", im.p.data(), err)
		}
	}
	if err := os.Rename(im.away.data(), im.p.data()); err != nil {
		return cannot("write", im.p.data(), err)
	}
	return nil
}
