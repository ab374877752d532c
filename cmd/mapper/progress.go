package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress tells how far a load has come: a bar with rate and time left on a
// terminal, a line a step and then one every ten seconds elsewhere.
type progress struct {
	w       io.Writer
	dataset string
	total   int
	rows    int
	began   time.Time
	step    string
	said    time.Time
	bar     *progressbar.ProgressBar
}

// barFrom is from how many rows a bar is worth the line it takes.
const barFrom = 20_000

func newProgress(w io.Writer, dataset string, total int) *progress {
	p := &progress{w: w, dataset: dataset, total: total, began: time.Now()}
	if f, ok := w.(*os.File); ok && total >= barFrom && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(dataset),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("rows"), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true), progressbar.OptionSetWidth(30))
	}
	return p
}

// told is told of rows that have been written.
func (p *progress) told(step string, rows int) {
	p.rows = min(p.rows+rows, p.total)
	if p.bar != nil {
		_ = p.bar.Set(p.rows) // a bar that cannot be drawn stops no load
		return
	}
	if step == p.step && time.Since(p.said) < 10*time.Second {
		return
	}
	p.step, p.said = step, time.Now()
	rate := float64(p.rows) / time.Since(p.began).Seconds()
	if p.rows < barFrom {
		fmt.Fprintf(p.w, "%s: writing %s\n", p.dataset, step)
		return
	}
	left := time.Duration(float64(p.total-p.rows) / rate * float64(time.Second)).Round(time.Second)
	fmt.Fprintf(p.w, "%s: writing %s: %d of %d rows, %.0f rows/s, %s left\n", p.dataset, step, p.rows, p.total, rate, left)
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
