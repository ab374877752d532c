package store

import (
	"strings"

	"mapper/graph"
)

// packed is a batch of claims as the server is sent it. A row is numbers: those of
// its hash and its count, else places in a list of values, where texts and days that
// many rows share stand once. That is less to send, and nothing that the collector of
// memory has to look through.
type packed struct {
	rows   []any // each an []int64 of claimWidth
	used   int
	values []any // the first is nil
	texts  map[string]int64
	last   [claimWidth]struct { // what each column said a row before
		text string
		at   int64
	}
	recent [recentDays]struct { // days met lately, and where they stand
		*kept
		day, since int64
	}
	days *days
}

// recentDays is how many days are remembered, each in its own place: most spans of a
// register begin on few days, and where they do not, looking further costs more than
// a day twice.
const recentDays = 1 << 10

func newPacked(d *days) *packed {
	return &packed{values: []any{nil}, texts: map[string]int64{}, days: d}
}

// empty makes room for the next batch.
func (p *packed) empty() {
	clear(p.values[1:])
	p.used, p.values = 0, p.values[:1]
	clear(p.texts)
	clear(p.last[:])
	clear(p.recent[:])
}

// add adds a claim and gives its row. The order is that of claimRow.
func (p *packed) add(c *graph.Claim, id string, hash graph.RowHash, first string) []int64 {
	if p.used == len(p.rows) {
		p.rows = append(p.rows, make([]int64, claimWidth))
	}
	row := p.rows[p.used].([]int64)
	p.used++
	row[0], row[1], row[2], row[3], row[4] = p.text(0, c.From), p.text(1, c.To), p.text(2, c.Relation), p.value(id), int64(hash)
	row[5], row[6], row[7] = p.span(c.Span)
	row[8], row[9], row[10], row[11] = p.text(8, string(c.Status)), p.text(9, c.Role), int64(c.Count), p.text(11, c.Speaker)
	row[12], row[13], row[14], row[15], row[16] = p.text(12, c.Document), p.text(13, c.Locator), p.text(14, c.Phrase), p.text(15, c.Note), p.text(16, first)
	return row
}

// parameters are what the statement takes.
func (p *packed) parameters(dataset string) map[string]any {
	return map[string]any{"dataset": dataset, "rows": p.rows[:p.used], "values": p.values}
}

func (p *packed) value(v any) int64 {
	p.values = append(p.values, v)
	return int64(len(p.values) - 1)
}

// text gives the place of a text, 0 for the empty one: Neo4j keeps no empty properties.
func (p *packed) text(column int, s string) int64 {
	if s == "" {
		return 0
	}
	last := &p.last[column]
	if last.text == s {
		return last.at
	}
	at, ok := p.texts[s]
	if !ok {
		s = strings.Clone(s) // a few rows that have changed would keep every block of the file
		at = p.value(s)
		p.texts[s] = at
	}
	last.text, last.at = p.values[at].(string), at
	return at
}

// span gives the places of the days by which AsAt decides, and of the dates as the
// source gives them.
func (p *packed) span(s graph.Span) (start, end, text int64) {
	if s == (graph.Span{}) {
		return 0, 0, 0
	}
	from, until := p.days.of(s.Start), p.days.of(s.End)
	if from == nil && s.Start != "" || until == nil && s.End != "" { // a month or a year
		from, until, text := p.days.span(s)
		return p.valueOrNone(from), p.valueOrNone(until), p.value(text)
	}
	if until == nil {
		start, text = p.day(from)
		return start, 0, text
	}
	start, _ = p.day(from)
	end, _ = p.day(until)
	return start, end, p.value(s.String())
}

// day gives the places of a day and of the open span that begins on it.
func (p *packed) day(k *kept) (day, since int64) {
	if k == nil {
		return 0, 0
	}
	r := &p.recent[k.number%recentDays]
	if r.kept != k {
		r.kept, r.day, r.since = k, p.value(k.day), p.value(k.since)
	}
	return r.day, r.since
}

func (p *packed) valueOrNone(v any) int64 {
	if v == nil {
		return 0
	}
	return p.value(v)
}
