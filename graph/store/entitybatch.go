package store

// entityBatch is a batch of entities as the server is sent it.
type entityBatch struct {
	fresh, known, identifiers block
	identified                []string
}

func newEntityBatch() *entityBatch {
	return &entityBatch{fresh: block{width: entityWidth}, known: block{width: entityWidth}, identifiers: block{width: identifierWidth}}
}

// returned is a batch whose memory is used again when it is written.
func (l *load) returned(b *entityBatch) *batch {
	out := b.batch()
	out.written = func() {
		select {
		case l.spare <- b:
		default:
		}
	}
	return out
}

// emptyBatch gives a batch, in the memory of one that has been written where there is one.
func (l *load) emptyBatch() *entityBatch {
	select {
	case b := <-l.spare:
		b.fresh.used, b.identifiers.used = 0, 0
		return b
	default:
		return newEntityBatch()
	}
}

func (b *entityBatch) batch() *batch {
	return &batch{title: "entities", rows: b.fresh.used + b.known.used, do: func(run runner) error {
		for _, step := range []struct {
			name   string
			params map[string]any
			rows   int
		}{
			{"entities", map[string]any{"rows": b.known.list()}, b.known.used},
			{"identified-drop", map[string]any{"ids": b.identified}, len(b.identified)},
			{"entities-new", map[string]any{"rows": b.fresh.list()}, b.fresh.used},
			{"identifiers", map[string]any{"rows": b.identifiers.list()}, b.identifiers.used},
		} {
			if step.rows == 0 {
				continue
			}
			if err := run.do(step.name, step.params); err != nil {
				return err
			}
		}
		return nil
	}}
}
