package graphtest

import (
	"context"
	"errors"
	"io"
	"net"
	"time"
)

// hello is Bolt's magic number and four versions to choose from: 5.4 down to
// 5.0, and 4.4.
var hello = []byte{
	0x60, 0x60, 0xB0, 0x17,
	0, 4, 4, 5,
	0, 0, 4, 4,
	0, 0, 0, 0,
	0, 0, 0, 0,
}

// shakeHands opens a Bolt connection as far as the choice of a version. The
// driver is not used for it: package store alone may import that.
func shakeHands(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	if err := conn.SetDeadline(deadline); err != nil {
		return err
	}
	if _, err := conn.Write(hello); err != nil {
		return err
	}
	var version [4]byte
	if _, err := io.ReadFull(conn, version[:]); err != nil {
		return err
	}
	if version == [4]byte{} {
		return errors.New("the server speaks no version of Bolt that was offered")
	}
	return nil
}
