package folder

import "mapper/graph"

// Write writes a dataset that is held as a folder that Read reads, with only those
// columns that hold something or that a file must have: the same dataset gives the
// same bytes. Files of other names in the folder are left alone.
func Write(dir string, d *graph.Dataset) error {
	m := &Writer{documents: measure(documentColumns), entities: measure(entityColumns), claims: measure(claimColumns)}
	if err := m.rows(d); err != nil {
		return err
	}
	w, err := createWith(dir, d, m.documents.needed(documentColumns), m.entities.needed(entityColumns), m.claims.needed(claimColumns))
	if err != nil {
		return err
	}
	if err := w.rows(d); err != nil {
		_ = w.closeFiles() // err says what went wrong
		return err
	}
	return w.Close()
}

// rows writes all rows of a dataset.
func (w *Writer) rows(d *graph.Dataset) error {
	rows := d.Stream()
	for _, each := range []func() error{
		func() error { return rows.EachDocument(w.Document) },
		func() error { return rows.EachEntity(w.Entity) },
		func() error { return rows.EachClaim(w.Claim) },
	} {
		if err := each(); err != nil {
			return err
		}
	}
	return nil
}
