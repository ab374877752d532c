package main

import (
	"bufio"
	"context"
	"net"
	"net/http"
)

// caller sends requests over connections that it keeps, each used by one request at a
// time, as the driver does with its own. net/http's client passes every request between
// three goroutines, which on a few processors is counted as a cost of the answer.
type caller struct {
	address string
	free    chan *trunk
}

// trunk is a connection that is kept.
type trunk struct {
	net.Conn
	in *bufio.Reader
}

func newCaller(address string, most int) *caller {
	return &caller{address, make(chan *trunk, most)}
}

// send sends a request. When the answer has been read to its end, done takes the connection
// back; whole says whether it was.
func (c *caller) send(ctx context.Context, request *http.Request) (response *http.Response, done func(whole bool), err error) {
	l, err := c.trunk(ctx)
	if err != nil {
		return nil, nil, err
	}
	out := bufio.NewWriter(l)
	if err = request.Write(out); err == nil {
		err = out.Flush()
	}
	if err == nil {
		response, err = http.ReadResponse(l.in, request)
	}
	if err != nil {
		l.Close()
		return nil, nil, err
	}
	return response, func(whole bool) { c.takeBack(l, whole && !response.Close) }, nil
}

func (c *caller) trunk(ctx context.Context) (*trunk, error) {
	select {
	case l := <-c.free:
		return l, nil
	default:
	}
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", c.address)
	if err != nil {
		return nil, err
	}
	return &trunk{conn, bufio.NewReader(conn)}, nil
}

func (c *caller) takeBack(l *trunk, usable bool) {
	if usable {
		select {
		case c.free <- l:
			return
		default:
		}
	}
	l.Close()
}
