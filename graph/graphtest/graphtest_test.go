package graphtest

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/testcontainers/testcontainers-go/exec"
)

func TestMain(m *testing.M) { Main(m) }

func TestOpenedServerAnswersAndIsShared(t *testing.T) {
	first := Open(t)
	u, err := url.Parse(first.URI)
	if err != nil {
		t.Fatal(err)
	}
	if err := shakeHands(t.Context(), u.Host); err != nil {
		t.Errorf("%s does not answer over Bolt: %v", first.URI, err)
	}
	if second := Open(t); second != first {
		t.Errorf("a second Open gave %s, the first %s", second.URI, first.URI)
	}
}

func rungs(holds string) []rung {
	var all []rung
	for _, r := range ladder {
		all = append(all, rung{r.name, func(context.Context) (Neo4j, func() error, error) {
			if r.name != holds {
				return Neo4j{}, nil, errors.New(r.name + " is missing")
			}
			return Neo4j{URI: "neo4j://" + r.name}, nil, nil
		}})
	}
	return all
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct{ mode, holds, wantErr string }{
		{"", "server", ""},
		{"", "container", ""},
		{"", "managed", ""},
		{"must", "managed", ""},
		{"container", "container", ""},
		{"container", "server", "asks for a container, but this is the server at neo4j://server"},
		{"container", "managed", "asks for a container"},
		{"", "nothing", "managed is missing"},
		{"must", "nothing", "server is missing"},
		{"container", "nothing", "container is missing"},
		{"most", "server", `MAPPER_TEST_DB is "most"`},
	} {
		t.Run(c.mode+"/"+c.holds, func(t *testing.T) {
			f, err := climb(t.Context(), rungs(c.holds))
			err = verdict(c.mode, f, err)
			if c.wantErr == "" && err != nil || c.wantErr != "" && (err == nil || !strings.Contains(err.Error(), c.wantErr)) {
				t.Errorf("got %v, want %q", err, c.wantErr)
			}
		})
	}
}

func TestGivenServerIsTaken(t *testing.T) {
	t.Setenv("MAPPER_TEST_NEO4J_URI", "neo4j://given:7687")
	t.Setenv("MAPPER_TEST_NEO4J_PASSWORD", "secret")
	t.Setenv("MAPPER_TEST_NEO4J_USERNAME", "")
	f, err := climb(t.Context(), ladder)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Neo4j{"neo4j://given:7687", "neo4j", "secret"}); f.Neo4j != want {
		t.Errorf("got %v, want %v", f.Neo4j, want)
	}
}

// In CI the path by container must have run. A container is known by its own
// name for itself, which no process of this machine has.
func TestContainerIsAContainer(t *testing.T) {
	if os.Getenv("MAPPER_TEST_DB") != "container" {
		t.Skip("MAPPER_TEST_DB is not container")
	}
	Open(t)
	_, out, err := running.Exec(t.Context(), []string{"cat", "/etc/hostname"}, exec.Multiplexed())
	if err != nil {
		t.Fatal(err)
	}
	name, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	short := strings.TrimSpace(string(name))
	if short == "" || !strings.HasPrefix(running.GetContainerID(), short) {
		t.Errorf("inside, the host is called %q; the container's id is %s", short, running.GetContainerID())
	}
}
