package local

import (
	"context"
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

// grace is how long a process may take to end in order before it is killed.
const grace = 10 * time.Second

// child is a process this one started and watches.
type child struct {
	cmd    *exec.Cmd
	exited chan struct{}
	err    error // how it ended; read only after exited is closed
}

// spawn starts a process in a group of its own (a Ctrl-C in the terminal reaches
// only the mapper, which then stops it in order) and that gets the signal orphaned
// when this one dies, where the system can do that.
//
// Linux ends the child when the *thread* that started it ends, so one goroutine,
// locked to its thread, starts the child and stays until the child is gone.
func spawn(cmd *exec.Cmd, orphaned syscall.Signal) (*child, error) {
	c := &child{cmd: cmd, exited: make(chan struct{})}
	detach(cmd, orphaned)
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			c.err = cmd.Wait()
			close(c.exited)
		}
	}()
	if err := <-started; err != nil {
		return nil, err
	}
	return c, nil
}

// stop ends the child in order, and by force after the grace or when ctx ends.
func (c *child) stop(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	c.terminate()
	select {
	case <-c.exited:
	case <-ctx.Done():
		c.kill()
	}
}

// kill ends the child, and what it started, at once.
func (c *child) kill() {
	if !c.gone() {
		killGroup(c.cmd.Process.Pid)
	}
	<-c.exited
}

// terminate asks the child to end.
func (c *child) terminate() {
	if !c.gone() {
		terminate(c.cmd.Process.Pid)
	}
}

// gone says that the child has ended, after which its pid may be another's.
func (c *child) gone() bool {
	select {
	case <-c.exited:
		return true
	default:
		return false
	}
}
