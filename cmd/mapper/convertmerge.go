package main

import (
	"fmt"
	"io"

	"mapper/graph"
	"mapper/graph/source"
)

// merged reads several sources and makes one dataset of them, in memory.
func (c convertCommand) merged(w io.Writer) (*graph.Dataset, error) {
	if _, err := graph.ParseDate(c.Release); err != nil {
		return nil, graph.Errorf(graph.Invalid, "--release: %v", err)
	}
	var results []*source.Result
	for _, name := range c.Sources {
		result, err := readWhole(name, c.sourceOptions, results)
		if err != nil {
			return nil, err
		}
		results = append(results, result)
	}
	d, aside := source.Merge(results)
	c.name(d)
	if rejected := reportMerged(w, results, aside); rejected > c.MaxRejects {
		return nil, graph.Errorf(graph.Invalid, "%d rows were rejected, more than --max-rejects %d; nothing was written", rejected, c.MaxRejects)
	}
	return d, nil
}

// readWhole reads one source into memory; what earlier ones describe is known to it.
func readWhole(name string, o sourceOptions, earlier []*source.Result) (*source.Result, error) {
	found, err := recognise(name)
	if err != nil {
		return nil, err
	}
	if found.form.open != nil {
		one, err := found.form.open(found)
		if err != nil {
			return nil, err
		}
		d, problems := one.dataset.Read()
		if len(problems) > 0 {
			return nil, tooMany(problems)
		}
		return source.Of(d, name), nil
	}
	found.known = source.IndexOf(earlier)
	result := &source.Result{Name: found.base()}
	if _, err := found.form.read(found, graph.Date(o.Release), result); err != nil {
		return nil, err
	}
	return result, nil
}

// reportMerged says what became of the rows of each source and gives the number rejected.
func reportMerged(w io.Writer, results []*source.Result, aside source.Aside) int {
	rejected := 0
	for _, r := range results {
		for _, p := range r.Rejected {
			fmt.Fprintf(w, "rejected: %s\n", p)
		}
		rejected += len(r.Rejected)
	}
	for _, r := range results {
		for _, count := range r.Counts {
			fmt.Fprintf(w, "%s: %s\n", r.Name, count)
		}
		if n := aside.Claims[r.Name]; n > 0 {
			fmt.Fprintf(w, "%s: %s left out, since an end is a body that no source describes\n", r.Name, plural(n, "claim", "claims"))
		}
	}
	if aside.Entities > 0 {
		fmt.Fprintf(w, "%s left out, since no claim names them\n", plural(aside.Entities, "entity", "entities"))
	}
	return rejected
}
