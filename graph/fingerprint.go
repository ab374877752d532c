package graph

// Fingerprint makes one fingerprint of all rows of a dataset while they are checked,
// and counts them, so that a dataset that has been loaded already is known without
// asking for what the graph holds.
type Fingerprint struct {
	hasher                      Hasher
	sum                         RowHash
	Documents, Entities, Claims int
}

// Visitor is what CheckStream is given to show the rows to.
func (f *Fingerprint) Visitor(release string) Visitor {
	return Visitor{
		Document: func(d *Document) error { f.Documents++; f.mix(Hash(d)); return nil },
		Entity:   func(e *Entity) error { f.Entities++; f.mix(HashID(e.ID) ^ f.hasher.Entity(e, nil)<<1); return nil },
		Claim:    func(c *Claim) error { f.Claims++; f.mix(HashID(c.ID) ^ f.hasher.Claim(c, release)<<1); return nil },
	}
}

// mix takes one more row in; the order of rows counts.
func (f *Fingerprint) mix(h RowHash) { f.sum = (f.sum ^ h) * 0x9E3779B97F4A7C15 }

// Sum gives the fingerprint, never 0.
func (f *Fingerprint) Sum() RowHash { return max(f.sum, 1) }

// Rows counts what has been shown.
func (f *Fingerprint) Rows() int { return f.Documents + f.Entities + f.Claims }
