package format

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"mapper/graph"
)

// together is how many nodes or edges one statement of a script makes.
const together = 200

// cypherScript writes a graph as a script that makes it again in an empty Neo4j: the
// constraints, the nodes, the relationships. cypher-shell runs it, and so does anything
// that splits it at the semicolons that end a line. It is plain ASCII.
func cypherScript(w io.Writer, f *graph.Flow) error {
	if f.Stored == nil {
		return graph.Errorf(graph.Internal, "a map has no Cypher script")
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "// %s. Run it in an empty database: cypher-shell -f FILE\n", asciiOnly(f.Title))
	for _, statement := range f.Stored.Schema {
		fmt.Fprintf(out, "%s;\n", oneLine(statement))
	}
	fmt.Fprintln(out, "CALL db.awaitIndexes(600);")
	s := &script{out: out, rows: map[string][]string{}}
	for n, err := range f.Stored.Nodes {
		if err != nil {
			return err
		}
		s.add(fmt.Sprintf("CREATE (n%s) SET n = row", labelled(n.Labels)), literal(n.Properties))
	}
	s.flush()
	for e, err := range f.Stored.Edges {
		if err != nil {
			return err
		}
		s.add(fmt.Sprintf("MATCH (a:%s {id: row[0]}) MATCH (b:%s {id: row[1]}) CREATE (a)-[r:%s]->(b) SET r = row[2]", name(e.FromKey), name(e.ToKey), name(e.Type)),
			literal([]any{e.From, e.To, e.Properties}))
	}
	s.flush()
	return out.Flush()
}

// script gathers rows for the same statement. A fault of the writer underneath stays
// until the last flush, as bufio has it.
type script struct {
	out  *bufio.Writer
	rows map[string][]string // by what is done with each
	held int
}

func (s *script) add(do, row string) {
	s.rows[do] = append(s.rows[do], row)
	if s.held++; len(s.rows[do]) == together {
		s.write(do)
	} else if s.held == 50*together {
		s.flush()
	}
}

func (s *script) write(do string) {
	fmt.Fprintf(s.out, "UNWIND [\n%s\n] AS row %s;\n", strings.Join(s.rows[do], ",\n"), do)
	s.held -= len(s.rows[do])
	delete(s.rows, do)
}

func (s *script) flush() {
	for _, do := range slices.Sorted(maps.Keys(s.rows)) {
		s.write(do)
	}
}

func labelled(labels []string) string {
	var out strings.Builder
	for _, label := range labels {
		out.WriteString(":" + name(label))
	}
	return out.String()
}

// name writes the name of a label, a type or a property.
func name(s string) string { return "`" + strings.ReplaceAll(asciiOnly(s), "`", "``") + "`" }

func oneLine(statement string) string { return strings.Join(strings.Fields(statement), " ") }
