package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"syscall"
	"time"

	"mapper/cypher"
	"mapper/graph/store"
	"mapper/web"
)

// serveOrder says where a child is to serve the web app, and on which Neo4j.
type serveOrder struct{ Listen, URI string }

// serveJob serves the web app until it is told to end.
func serveJob(ctx context.Context, text []byte) (figures, error) {
	var order serveOrder
	if err := json.Unmarshal(text, &order); err != nil {
		return figures{}, err
	}
	s, err := store.Open(ctx, store.Config{URI: order.URI})
	if err != nil {
		return figures{}, err
	}
	defer s.Close(context.WithoutCancel(ctx))
	app, err := web.New(web.Options{Graph: s, Listen: order.Listen,
		Views: []*cypher.Statement{cypher.Get("bench", "one"), cypher.Get("bench", "many"), cypher.Get("bench", "everything")}})
	if err != nil {
		return figures{}, err
	}
	server := web.Server(order.Listen, app)
	ended := make(chan error, 1)
	go func() { ended <- server.ListenAndServe() }()
	select {
	case err = <-ended:
	case <-ctx.Done():
		err = server.Close()
	}
	return figures{}, err
}

// api is the web app in a process of its own.
type api struct {
	url     string
	command *exec.Cmd
	caller  *caller
}

// startAPI starts the web app on a server, and waits until it answers.
func startAPI(ctx context.Context, on *server, clients int) (*api, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	text, err := json.Marshal(serveOrder{address, on.uri})
	if err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	a := &api{url: "http://" + address, command: exec.Command(program, childFlag, "serve", string(text)), caller: newCaller(address, clients)}
	a.command.Stderr = os.Stderr
	if err := a.command.Start(); err != nil {
		return nil, err
	}
	for end := time.Now().Add(startPatience); ; time.Sleep(50 * time.Millisecond) {
		response, err := http.Get(a.url + "/readyz")
		if err == nil {
			response.Body.Close()
			return a, nil
		}
		if ctx.Err() != nil || time.Now().After(end) {
			return nil, errors.Join(err, a.stop())
		}
	}
}

// stop ends the web app in order.
func (a *api) stop() error {
	if err := a.command.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return a.command.Wait()
}
