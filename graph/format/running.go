package format

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"mapper/graph"
)

// Running writes the answer of a view as its rows come, which are those of each; in JSON
// with its question and its sentence, as a graph.Answer.
func (f Format) Running(w io.Writer, r *graph.Running, each iter.Seq2[[]any, error]) error {
	begin := f.Begin
	if f.Name == "json" {
		begin = func(w io.Writer, columns []graph.Column) (Rows, error) { return newAnswer(w, columns, r) }
	}
	rows, err := begin(w, r.Columns)
	if err != nil {
		return err
	}
	for cells, err := range each {
		if err == nil {
			err = rows.Row(cells)
		}
		if err != nil {
			return err
		}
	}
	return rows.End(r.Shown)
}

// answerJSON writes a graph.Answer of which the rows come one by one.
type answerJSON struct {
	to    io.Writer
	of    *graph.Running
	begun bool
	write *json.Encoder
}

func newAnswer(w io.Writer, columns []graph.Column, r *graph.Running) (Rows, error) {
	if columns == nil {
		columns = []graph.Column{}
	}
	j := &answerJSON{to: w, of: r, write: json.NewEncoder(w)}
	j.write.SetEscapeHTML(false)
	head, err := json.Marshal(struct {
		Name     string         `json:"name"`
		Question string         `json:"question"`
		Columns  []graph.Column `json:"columns"`
	}{r.Name, r.Question, columns})
	if err == nil {
		_, err = fmt.Fprintf(w, "%s,\n\"rows\":[\n", head[:len(head)-1])
	}
	return j, err
}

// Row implements Rows.
func (j *answerJSON) Row(cells []any) error {
	if j.begun {
		if _, err := io.WriteString(j.to, ","); err != nil {
			return err
		}
	}
	j.begun = true
	return j.write.Encode(cells)
}

// End implements Rows. What is said of all the rows is known only now.
func (j *answerJSON) End(graph.Shown) error {
	tail, err := json.Marshal(struct {
		Sentence string `json:"sentence"`
		graph.Shown
	}{j.of.Sentence, j.of.Shown})
	if err == nil {
		_, err = fmt.Fprintf(j.to, "],\n%s\n", tail[1:])
	}
	return err
}
