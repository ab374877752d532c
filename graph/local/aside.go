package local

import "context"

// aside is work done in the background, whose result may be needed later or never.
type aside struct {
	cancel context.CancelFunc
	ended  chan struct{}
	err    error // read only after ended is closed
}

// doAside starts work that lasts until it is through or abandoned.
func doAside(work func(context.Context) error) *aside {
	ctx, cancel := context.WithCancel(context.Background())
	a := &aside{cancel: cancel, ended: make(chan struct{})}
	go func() {
		defer close(a.ended)
		a.err = work(ctx)
	}()
	return a
}

// abandon gives it up, if it is not through, and waits for its process to be gone.
func (a *aside) abandon() {
	if a != nil {
		a.cancel()
		<-a.ended
	}
}

// wait gives its result, or ctx's error if that ends first.
func (a *aside) wait(ctx context.Context) error {
	select {
	case <-a.ended:
		return a.err
	case <-ctx.Done():
		return ctx.Err()
	}
}
