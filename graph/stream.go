package graph

// Stream is a dataset whose rows are read when they are asked for, as often as
// that is, and never all held. What a callback is given is its own only until it
// returns. Each reading gives the same rows in the same order.
type Stream interface {
	About() *Dataset // all but the rows: Documents, Entities and Claims are nil
	EachDocument(use func(*Document) error) error
	EachEntity(use func(*Entity) error) error
	EachClaim(use func(*Claim) error) error
}

// Stream gives a dataset that is held in memory as a stream.
func (d *Dataset) Stream() Stream { return held{d} }

type held struct{ *Dataset }

func (h held) About() *Dataset {
	about := *h.Dataset
	about.Documents, about.Entities, about.Claims = nil, nil, nil
	return &about
}

func (h held) EachDocument(use func(*Document) error) error { return each(h.Documents, use) }

func (h held) EachEntity(use func(*Entity) error) error { return each(h.Entities, use) }

func (h held) EachClaim(use func(*Claim) error) error { return each(h.Claims, use) }

func each[T any](rows []T, use func(*T) error) error {
	for i := range rows {
		if err := use(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}
