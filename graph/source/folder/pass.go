package folder

import (
	"mapper/graph"
)

// pass reads the rows of a folder and reports what is wrong with them.
type pass struct {
	*Folder
	report func(graph.Problem)
}

// Report implements graph.Reporting.
func (f *Folder) Report(to func(graph.Problem)) graph.Stream { return pass{f, to} }

// EachDocument implements graph.Stream; the problems are all those found when the
// folder was opened.
func (p pass) EachDocument(use func(*graph.Document) error) error {
	told := 0
	for i := range p.documents {
		at := p.documents[i].Place
		for told < len(p.problems) && (p.problems[told].File != at.File || p.problems[told].Line <= at.Line) {
			p.report(p.problems[told])
			told++
		}
		if err := use(&p.documents[i]); err != nil {
			return err
		}
	}
	for _, problem := range p.problems[told:] {
		p.report(problem)
	}
	if p.broken {
		return graph.ErrBroken
	}
	return nil
}

// EachEntity implements graph.Stream.
func (p pass) EachEntity(use func(*graph.Entity) error) error {
	var e graph.Entity
	kinds := kindLists{}
	return p.read("entities", entityColumns, p.report, func(r *row) error {
		r.entity(&e, kinds)
		return use(&e)
	})
}

// EachClaim implements graph.Stream.
func (p pass) EachClaim(use func(*graph.Claim) error) error {
	var c graph.Claim
	return p.read("claims", claimColumns, p.report, func(r *row) error {
		r.claim(&c)
		return use(&c)
	})
}

// EachDocument implements graph.Stream.
func (f *Folder) EachDocument(use func(*graph.Document) error) error {
	return strictly(f, graph.Stream.EachDocument, use)
}

// EachEntity implements graph.Stream. The entity and its lists are used again for
// the next row: the callee clones what it keeps. The strings stay as they are, but
// keep alive the 64 KB of the file they were read from.
func (f *Folder) EachEntity(use func(*graph.Entity) error) error {
	return strictly(f, graph.Stream.EachEntity, use)
}

// EachClaim implements graph.Stream; the claim is used again as in EachEntity.
func (f *Folder) EachClaim(use func(*graph.Claim) error) error {
	return strictly(f, graph.Stream.EachClaim, use)
}

// strictly ends a pass at the first problem, with it as the error.
func strictly[T any](f *Folder, each func(graph.Stream, func(*T) error) error, use func(*T) error) error {
	var first graph.Problems
	report := func(p graph.Problem) {
		if first == nil {
			first = graph.Problems{p}
		}
	}
	err := each(f.Report(report), func(one *T) error {
		if first != nil {
			return graph.ErrBroken
		}
		return use(one)
	})
	if first != nil {
		return first.Err()
	}
	return err
}
