package local

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// importStages are what Neo4j's importer says that it does, in its order, and the
// part of the whole time that each takes. (Measured; it also has stages that take no
// time, which count to the one before.)
var importStages = []struct {
	said, step string
	part       float64
	rows       string // nodes or relationships: what the numbers it prints count
}{
	{"Nodes", "nodes", 0.31, "nodes"},
	{"Prepare node index", "nodes", 0.06, ""},
	{"Relationships", "relationships", 0.35, "relationships"},
	{"Node Degrees", "links", 0.06, "relationships"},
	{"Relationship -->", "links", 0.04, "relationships"},
	{"Relationship <--", "links", 0.03, "relationships"},
	{"Node counts", "indexes", 0.05, "nodes"},
	{"Relationship counts", "indexes", 0.10, "relationships"},
}

// importProgress reads the importer's output, which it passes on, and tells how far
// it is. The importer draws a bar that it overwrites; how many rows there are in all
// is known from the tables.
type importProgress struct {
	out   io.Writer
	tell  func(done float64, step string)
	rows  map[string]int64
	line  []byte
	stage int // index into importStages; -1 before the first
	done  float64
}

var rowsSoFar = regexp.MustCompile(`\] *([0-9.]+)([KMB]?) ∆`)

var units = map[string]float64{"": 1, "K": 1e3, "M": 1e6, "B": 1e9}

// Write takes any piece of the output.
func (p *importProgress) Write(b []byte) (int, error) {
	p.line = append(p.line, b...)
	for {
		end := bytes.IndexAny(p.line, "\r\n")
		if end < 0 {
			break
		}
		p.read(string(p.line[:end]))
		p.line = p.line[end+1:]
	}
	return p.out.Write(b)
}

func (p *importProgress) read(line string) {
	for i := p.stage + 1; i < len(importStages); i++ {
		if strings.Contains(line, importStages[i].said) && strings.Contains(line, ", started ") {
			p.stage = i
			p.report(0)
			return
		}
	}
	m := rowsSoFar.FindStringSubmatch(line)
	if m == nil || p.stage < 0 {
		return
	}
	if total := p.rows[importStages[p.stage].rows]; total > 0 {
		n, _ := strconv.ParseFloat(m[1], 64)
		p.report(min(1, n*units[m[2]]/float64(total)))
	}
}

// report tells of a part of the present stage; it never goes back.
func (p *importProgress) report(part float64) {
	done := part * importStages[p.stage].part
	for _, s := range importStages[:p.stage] {
		done += s.part
	}
	p.done = max(p.done, done)
	p.tell(p.done, importStages[p.stage].step)
}
