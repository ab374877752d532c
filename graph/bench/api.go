package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mapper/cypher"
)

// Phases of the API; how many ask at once is part of the name.
const (
	apiOne    = "API, one row, %d at once"
	bareOne   = "bare ExecuteQuery, one row, %d at once"
	apiMany   = "API, 2,000 rows, %d at once"
	bareMany  = "bare ExecuteQuery, 2,000 rows, %d at once"
	apiKept   = "API, a question over everything"
	bareKept  = "bare ExecuteQuery, a question over everything"
	firstByte = "API, first byte of 10,000 rows"
	lastByte  = "API, last byte of 10,000 rows"
)

// askers are how many ask at once.
var askers = []int{1, 8, 64}

// answering measures what the API costs beside the bare driver's ExecuteQuery of the
// same statement, in turns: of one request the median, of many at once the throughput.
func (b *bench) answering(ctx context.Context) error {
	return b.onEmpty(ctx, func(s *server, _ *clock) error {
		if _, err := child(ctx, "load", loadOrder{Folder: b.files.release(1), URI: s.uri}); err != nil {
			return err
		}
		if err := awaitIndexes(ctx, s.config()); err != nil {
			return err
		}
		app, err := startAPI(ctx, s, askers[len(askers)-1])
		if err != nil {
			return err
		}
		defer app.stop()
		driver, err := connect(s.config())
		if err != nil {
			return err
		}
		defer driver.Close(ctx)
		for round := -1; round < b.rounds; round++ { // the first warms everything up
			if err := b.askRound(ctx, app, driver, round); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *bench) askRound(ctx context.Context, app *api, driver neo4j.DriverWithContext, round int) error {
	for _, at := range askers {
		small := []side{{fmt.Sprintf(apiOne, at), app.one}, {fmt.Sprintf(bareOne, at), bareOf(driver, "one")}}
		if err := b.askSides(ctx, small, round, at, warm(round, min(1000*at, 3000))); err != nil {
			return err
		}
	}
	for _, at := range askers[:2] {
		large := []side{{fmt.Sprintf(apiMany, at), app.many}, {fmt.Sprintf(bareMany, at), bareOf(driver, "many")}}
		if err := b.askSides(ctx, large, round, at, warm(round, 60)); err != nil {
			return err
		}
	}
	kept := []side{{apiKept, app.everything}, {bareKept, bareOf(driver, "everything")}}
	if err := b.askSides(ctx, kept, round, 1, 10); err != nil {
		return err
	}
	return b.stream(ctx, app, round)
}

// warm asks for more in the round that does not count, until Java has compiled what is
// asked of it.
func warm(round, count int) int {
	if round < 0 {
		return 2 * count
	}
	return count
}

// askSides lets each side answer the same requests, a turn at a time.
func (b *bench) askSides(ctx context.Context, sides []side, round, at, count int) error {
	took, wall := make([][]time.Duration, len(sides)), make([]time.Duration, len(sides))
	ids := b.ids(round, count)
	size := max(len(ids)/10, at)
	for begin := 0; begin < len(ids); begin += size {
		part := ids[begin:min(begin+size, len(ids))]
		for i := range sides {
			i = (i + begin/size) % len(sides)
			began := time.Now()
			more, err := searchAll(ctx, sides[i].search, part, at)
			if err != nil {
				return fmt.Errorf("%s: %w", sides[i].phase, err)
			}
			wall[i] += time.Since(began)
			took[i] = append(took[i], more...)
		}
	}
	for i, side := range sides {
		if round < 0 {
			continue
		}
		f := figures{Seconds: percentile(took[i], 50).Seconds()}
		if at > 1 {
			f.Seconds = wall[i].Seconds() / float64(len(ids))
		}
		b.notes.add(side.phase, f)
		say("%s: median %v, 95 %% within %v, %.0f a second", side.phase, percentile(took[i], 50), percentile(took[i], 95), float64(len(ids))/wall[i].Seconds())
	}
	return nil
}

// ids are those of entities of the set, in no order.
func (b *bench) ids(round, count int) []string {
	w := newWorld(b.scale, seed, 1)
	dice := rand.New(rand.NewPCG(seed, uint64(round+1)))
	ids := make([]string, count)
	for i := range ids {
		class := dice.IntN(len(classes))
		ids[i] = id(class, dice.IntN(w.counts[class]))
	}
	return ids
}

// parametersFor are those of each statement, for one id.
func parametersFor(statement, id string) map[string]any {
	switch statement {
	case "one":
		return map[string]any{"id": id}
	case "many":
		return map[string]any{"after": body(id), "rows": 2000}
	}
	return nil
}

// body gives the id of a body for that of a person: these are the last of all ids, and
// few come after them.
func body(id string) string {
	if number, person := strings.CutPrefix(id, "p"); person {
		return "ods:" + number
	}
	return id
}

// bareOf asks by the driver alone, as its documentation advises.
func bareOf(driver neo4j.DriverWithContext, name string) func(context.Context, string) error {
	statement := cypher.Get("bench", name).Text
	return func(ctx context.Context, id string) error {
		_, err := neo4j.ExecuteQuery(ctx, driver, statement, parametersFor(name, id), neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
		return err
	}
}

// one sends the statement as an analyst does.
func (a *api) one(ctx context.Context, id string) error {
	body, err := json.Marshal(map[string]any{"statement": cypher.Get("bench", "one").Text, "parameters": parametersFor("one", id)})
	if err != nil {
		return err
	}
	_, err = a.ask(ctx, http.MethodPost, "/api/cypher", body)
	return err
}

// many asks a view for what it has not been asked for, so that no answer is kept.
func (a *api) many(ctx context.Context, id string) error {
	_, err := a.ask(ctx, http.MethodGet, manyOf(id, 2000), nil)
	return err
}

func manyOf(id string, rows int) string {
	return fmt.Sprintf("/api/views/many?after=%s&rows=%d", url.QueryEscape(body(id)), rows)
}

func (a *api) everything(ctx context.Context, _ string) error {
	_, err := a.ask(ctx, http.MethodGet, "/api/views/everything", nil)
	return err
}

// ask reads an answer to its end, and says how long its first byte took.
func (a *api) ask(ctx context.Context, method, path string, body []byte) (first time.Duration, err error) {
	request, err := http.NewRequestWithContext(ctx, method, a.url+path, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	began := time.Now()
	response, done, err := a.caller.send(ctx, request)
	if err != nil {
		return 0, err
	}
	defer func() { done(err == nil) }()
	if _, err := io.ReadFull(response.Body, make([]byte, 1)); err != nil {
		return 0, err
	}
	first = time.Since(began)
	if response.StatusCode != http.StatusOK {
		return first, fmt.Errorf("%s: %s", path, response.Status)
	}
	_, err = io.Copy(io.Discard, response.Body)
	return first, err
}

// stream measures when the first and the last byte of a long answer arrive.
func (b *bench) stream(ctx context.Context, app *api, round int) error {
	var firsts, lasts []time.Duration
	for _, id := range b.ids(round+100, 20) {
		began := time.Now()
		first, err := app.ask(ctx, http.MethodGet, manyOf(id, 10_000), nil)
		if err != nil {
			return err
		}
		firsts, lasts = append(firsts, first), append(lasts, time.Since(began))
	}
	if round >= 0 {
		b.notes.add(firstByte, figures{Seconds: percentile(firsts, 50).Seconds()})
		b.notes.add(lastByte, figures{Seconds: percentile(lasts, 50).Seconds()})
		say("10,000 rows: first byte after %v, last after %v", percentile(firsts, 50), percentile(lasts, 50))
	}
	return nil
}
