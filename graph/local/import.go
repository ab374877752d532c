package local

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"mapper/graph"
)

// Importer fills a home whose store is empty by Neo4j's own offline import, with no
// server running. Tables take the rows; Run turns them into the store.
//
// Everything is made in the folder "importing" of the home and put in place by a
// rename at the end. So an import that dies at any moment leaves that folder and
// nothing else, and the next start or import removes it.
type Importer struct {
	p        places
	away     places // the folder, which is a home of its own to Neo4j's tools
	java     java
	tables   []*Table
	password *aside // setting the first password of the new store
	unlock   func()
}

// StartImport takes the home for an import. It refuses (graph.Conflict) when a
// server or another mapper is at work there, or when there is a store, unless
// o.Replace says that it holds nothing.
func StartImport(ctx context.Context, o Options) (*Importer, error) {
	p, err := o.prepare()
	if err != nil {
		return nil, err
	}
	unlock, ok, err := tryLock(p.lock())
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, graph.Errorf(graph.Conflict, "Another mapper works with %s: end it before an import, or load while its Neo4j runs.", p.home)
	}
	im, err := p.startImport(ctx, o.Replace)
	if err != nil {
		unlock()
		return nil, err
	}
	im.unlock = unlock
	return im, nil
}

// startImport makes the folder, in the home whose lock the caller holds.
func (p places) startImport(ctx context.Context, replace bool) (*Importer, error) {
	p.stopOrphan(ctx)
	if err := p.clearImport(); err != nil {
		return nil, err
	}
	if exists(p.store()) && !replace {
		return nil, graph.Errorf(graph.Conflict, "There is a store in %s already, and an import makes a new one: load into it instead, or move it away.", p.data())
	}
	j, err := p.javaAndJars(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := p.choosePassword(); err != nil {
		return nil, err
	}
	away := places{home: p.importing(), jars: p.jars, log: p.log}
	if err := errors.Join(away.makeDirectories(), writeFile(filepath.Join(away.conf(), "neo4j.conf"), settings)); err != nil {
		return nil, err
	}
	// It costs a second of Java, in which rows can be written.
	password := doAside(func(ctx context.Context) error { return away.setInitialPassword(ctx, j, p.password()) })
	return &Importer{p: p, away: away, java: j, password: password}, nil
}

// clearImport removes what an import that was killed left behind.
func (p places) clearImport() error {
	if !exists(p.importing()) {
		return nil
	}
	p.say("removing an import that did not finish (%s) …", p.importing())
	if err := os.RemoveAll(p.importing()); err != nil {
		return cannot("remove", p.importing(), err)
	}
	return nil
}

// Close ends the import: its files are removed and the home is free again. Without a
// Run before it the home is as it was. A second call does nothing.
func (im *Importer) Close() error {
	if im.unlock == nil {
		return nil
	}
	im.password.abandon()
	for _, t := range im.tables {
		t.close()
	}
	err := os.RemoveAll(im.away.home)
	im.unlock()
	im.unlock = nil
	if err != nil {
		return cannot("remove", im.away.home, err)
	}
	return nil
}
