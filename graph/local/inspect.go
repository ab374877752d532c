package local

import (
	"context"
	"fmt"
	"path/filepath"
)

// Finding is one line of what Inspect saw.
type Finding struct {
	Name  string `json:"name"`           // Java, Maven, jars …
	OK    bool   `json:"ok"`             // there, or not needed
	Found string `json:"found"`          // what and where it is, or why it does not serve
	Todo  string `json:"todo,omitempty"` // what to do about it; empty when nothing needs doing
}

// Report is what Inspect found, in the order a start needs it.
type Report []Finding

// Ready says whether Start can work with what is there.
func (r Report) Ready() bool {
	for _, f := range r {
		if !f.OK {
			return false
		}
	}
	return true
}

// Inspect looks at everything Start needs, and changes nothing.
func Inspect(ctx context.Context, o Options) Report {
	p, err := o.places()
	if err != nil {
		return Report{{Name: "home", Found: err.Error(), Todo: "set MAPPER_HOME to a directory"}}
	}
	j := findJava(ctx)
	return Report{
		p.findingJava(j), p.findingMaven(), p.findingJars(),
		{Name: "home", OK: true, Found: thereOr(p.home, "made by the first start")},
		p.findingStore(), p.findingServer(ctx), p.findingArchive(j),
	}
}

func (p places) findingJava(j java) Finding {
	switch {
	case j.path == "":
		return Finding{"Java", false, "not found in JAVA_HOME or PATH", advice()}
	case !j.fits():
		return Finding{"Java", false, fmt.Sprintf("%s (%s) is too old: Neo4j %s needs 17 or 21", j.version, j.path, Version), advice()}
	}
	return Finding{"Java", true, fmt.Sprintf("%s (%s)", j.version, j.path), ""}
}

func (p places) findingMaven() Finding {
	switch path := findMaven(); {
	case path != "":
		return Finding{"Maven", true, path, ""}
	case p.jarVersion() != "":
		return Finding{"Maven", true, "not found, and not needed: the jars are there", ""}
	}
	return Finding{"Maven", false, "mvn not found in PATH", advice()}
}

func (p places) findingJars() Finding {
	switch version := p.jarVersion(); {
	case version != "":
		return Finding{"jars", true, fmt.Sprintf("Neo4j %s (%s)", version, p.lib()), ""}
	case findMaven() != "":
		return Finding{"jars", true, fmt.Sprintf("Neo4j %s not fetched yet: the first start does it (120 MB)", Version), ""}
	}
	return Finding{"jars", false, fmt.Sprintf("Neo4j %s is not in %s", Version, p.lib()), "install Maven, which fetches it at the first start"}
}

func (p places) findingStore() Finding {
	password, err := p.readPassword()
	switch {
	case exists(p.importing()):
		return Finding{"store", true, "an import is under way, or was killed: then the next start removes " + p.importing(), ""}
	case !exists(p.store()):
		return Finding{"store", true, "none yet: the first start makes it", ""}
	case err != nil:
		return Finding{"store", false, err.Error(), "give yourself the right to read the file"}
	case password == "":
		return Finding{"store", false, p.data() + ", whose password is gone (" + p.password() + ")",
			"put the file back, or move " + p.data() + " away and load the datasets again"}
	}
	return Finding{"store", true, p.data(), ""}
}

func (p places) findingServer(ctx context.Context) Finding {
	r, ok := p.readRecord()
	switch {
	case ok && answers(ctx, r.URI):
		return Finding{"server", true, fmt.Sprintf("running at %s (process %d, started by process %d)", r.URI, r.PID, r.Owner), ""}
	case ok && runs(r.PID, homeFlag(p.home)):
		return Finding{"server", true, fmt.Sprintf("process %d is starting or stopping", r.PID), ""}
	}
	return Finding{"server", true, "not running", ""}
}

func (p places) findingArchive(j java) Finding {
	if path := p.archive(j); j.path != "" && exists(path) {
		return Finding{"class archive", true, path, ""}
	}
	return Finding{"class archive", true, "none yet: made beside the first server in " + filepath.Dir(p.archive(j)) + ", for faster starts", ""}
}

func thereOr(path, otherwise string) string {
	if exists(path) {
		return path
	}
	return path + " (" + otherwise + ")"
}
