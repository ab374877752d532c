package local

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// This file is just enough of the Bolt protocol to greet a server, and to warm one
// up before its class archive is made. The graph is reached through graph/store,
// which alone uses the driver.

// greet offers one range of versions (5.high down to 5.low) and checks that one was
// chosen. A dial to a free port may, rarely, reach itself: an echo is no answer.
func greet(conn net.Conn, high, low byte) error {
	hello := []byte{0x60, 0x60, 0xB0, 0x17, 0, high - low, high, 5, 15: 0, 19: 0}
	if _, err := conn.Write(hello); err != nil {
		return err
	}
	var chosen [4]byte
	if _, err := io.ReadFull(conn, chosen[:]); err != nil {
		return err
	}
	if chosen[0] != 0 || chosen[3] != 5 {
		return fmt.Errorf("no Bolt server: it answered % x", chosen)
	}
	return nil
}

// dial connects and sets a time by which all must be said.
func dial(ctx context.Context, uri string, limit time.Duration) (net.Conn, error) {
	d := net.Dialer{Timeout: limit}
	conn, err := d.DialContext(ctx, "tcp", strings.TrimPrefix(uri, "bolt://"))
	if err != nil {
		return nil, err
	}
	return conn, conn.SetDeadline(time.Now().Add(limit))
}

// answers says whether a Neo4j greets at this bolt:// address.
func answers(ctx context.Context, uri string) bool {
	conn, err := dial(ctx, uri, 2*time.Second)
	if err != nil {
		return false
	}
	defer conn.Close()
	return greet(conn, 8, 0) == nil
}

// runAll runs statements without parameters, one after the other, and gives the last
// record of the last one as it came over the wire.
func runAll(ctx context.Context, uri, password string, statements ...string) ([]byte, error) {
	conn, err := dial(ctx, uri, time.Minute)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	if err := greet(conn, 2, 2); err != nil {
		return nil, err
	}
	messages := []string{
		"\xB1\x01\xA1" + pack("user_agent") + pack("mapper/local"),
		"\xB1\x6A\xA3" + pack("scheme") + pack("basic") + pack("principal") + pack(username) + pack("credentials") + pack(password),
	}
	for _, s := range statements {
		messages = append(messages, "\xB3\x10"+pack(s)+"\xA0\xA0", "\xB1\x3F\xA1"+pack("n")+"\xFF")
	}
	var last []byte
	for _, m := range messages {
		record, err := exchange(conn, m)
		if err != nil {
			return nil, err
		}
		last = record
	}
	return last, nil
}

// pack writes a string in PackStream.
func pack(s string) string {
	return string(binary.BigEndian.AppendUint16([]byte{0xD1}, uint16(len(s)))) + s
}

// exchange sends one message and reads up to the summary that ends its answer.
func exchange(conn net.Conn, message string) (record []byte, err error) {
	chunk := binary.BigEndian.AppendUint16(nil, uint16(len(message)))
	if _, err := conn.Write(append(append(chunk, message...), 0, 0)); err != nil {
		return nil, err
	}
	for {
		answer, err := receive(conn)
		switch {
		case err != nil:
			return nil, err
		case len(answer) < 2 || answer[1] == 0x7F || answer[1] == 0x7E:
			return nil, errors.New("Neo4j refused: " + string(answer))
		case answer[1] == 0x70:
			return record, nil
		}
		record = answer
	}
}

// receive reads one message: chunks, each with its length, up to an empty one.
func receive(conn net.Conn) ([]byte, error) {
	var message []byte
	for {
		var size [2]byte
		if _, err := io.ReadFull(conn, size[:]); err != nil {
			return nil, err
		}
		n := int(binary.BigEndian.Uint16(size[:]))
		if n == 0 && len(message) > 0 {
			return message, nil
		}
		chunk := make([]byte, n)
		if _, err := io.ReadFull(conn, chunk); err != nil {
			return nil, err
		}
		message = append(message, chunk...)
	}
}
