package odscsv

import "strings"

// words holds the texts of many rows in one piece of memory, since a piece for each
// would take a third of the time. A text stays as it is for as long as it is used.
type words struct{ strings.Builder }

// pieceSize is how much is set aside at a time, unless one text takes more.
const pieceSize = 64 << 10

// room makes sure that a text of so many bytes goes into one piece.
func (w *words) room(size int) (start int) {
	if w.Cap()-w.Len() < size {
		w.Reset() // leaves the old piece to those who use it
		w.Grow(max(size, pieceSize))
	}
	return w.Len()
}

// keep gives a text with the content of some bytes.
func (w *words) keep(text []byte) string {
	start := w.room(len(text))
	_, _ = w.Write(text) // into memory, which never fails
	return w.String()[start:]
}

// join gives one text made of two.
func (w *words) join(a, b string) string {
	start := w.room(len(a) + len(b))
	_, _ = w.WriteString(a)
	_, _ = w.WriteString(b)
	return w.String()[start:]
}
