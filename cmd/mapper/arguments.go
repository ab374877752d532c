package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"mapper/cypher"
	"mapper/graph"
)

// given are the parameters of a statement as the command line gives them.
type given struct {
	Param []string `short:"p" sep:"none" placeholder:"KEY=VALUE" predictor:"param" help:"A parameter, such as -p as_at=2021-04-25; -p @FILE.json takes all members of an object, and -p @- reads it from standard input."`
}

// values reads the parameters: those of files as JSON has them, the others as texts.
// What stands later goes before what stands earlier.
func (g given) values(in io.Reader) (map[string]any, error) {
	values := map[string]any{}
	for _, text := range g.Param {
		if file, ok := strings.CutPrefix(text, "@"); ok {
			if err := readParams(values, file, in); err != nil {
				return nil, err
			}
			continue
		}
		key, value, ok := strings.Cut(text, "=")
		if !ok || key == "" {
			return nil, graph.Errorf(graph.Invalid, "-p %s: write KEY=VALUE, or @FILE.json for a file with a JSON object", text)
		}
		values[key] = value
	}
	return values, nil
}

func readParams(values map[string]any, file string, in io.Reader) error {
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return graph.Errorf(graph.Invalid, "-p @%s: %v", file, err)
		}
		defer f.Close()
		in = f
	}
	decoder := json.NewDecoder(io.LimitReader(in, 1<<20))
	decoder.UseNumber()
	var members map[string]any
	if err := decoder.Decode(&members); err != nil {
		return graph.Errorf(graph.Invalid, "-p @%s: %v at byte %d: write one JSON object, such as {\"as_at\": \"2021-04-25\"}", file, err, decoder.InputOffset())
	}
	for key, value := range members {
		values[key] = value
	}
	return nil
}

// texts gives the parameters as a statement with a header takes them, which knows
// their types.
func (g given) texts(in io.Reader) (map[string]string, error) {
	values, err := g.values(in)
	texts := map[string]string{}
	for key, value := range values {
		switch v := value.(type) {
		case nil:
		case []any:
			parts := make([]string, len(v))
			for i, part := range v {
				parts[i] = fmt.Sprint(part)
			}
			texts[key] = strings.Join(parts, "|")
		case map[string]any:
			return nil, graph.Errorf(graph.Invalid, "parameter %s: an object is no value for it", key)
		default:
			texts[key] = fmt.Sprint(v)
		}
	}
	return texts, err
}

// untyped gives the parameters of a statement without a header: a text that is JSON
// (3, true, ["a"]) is taken as that.
func (g given) untyped(in io.Reader) (map[string]any, error) {
	values, err := g.values(in)
	for key, value := range values {
		if text, ok := value.(string); ok {
			decoder := json.NewDecoder(strings.NewReader(text))
			decoder.UseNumber()
			var read any
			if decoder.Decode(&read) == nil && !decoder.More() {
				value = read
			}
		}
		values[key] = cypher.Whole(value)
	}
	return values, err
}

// typed gives the parameters of a statement by the types that its header declares.
func (g given) typed(s *cypher.Statement, in io.Reader) (map[string]any, error) {
	texts, err := g.texts(in)
	if err != nil {
		return nil, err
	}
	return s.Arguments(texts)
}
