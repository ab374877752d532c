package web

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := kept[int]{most: 3}
		var asked atomic.Int32
		slow := func(context.Context) (int, error) {
			time.Sleep(5 * time.Second)
			return int(asked.Add(1)), nil
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := k.get(ctx, "1", "a", slow); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who does not wait: %v", err)
		}
		var wg sync.WaitGroup
		for range 3 { // while the graph is at work for the one who has gone
			wg.Go(func() {
				if n, err := k.get(t.Context(), "1", "a", slow); n != 1 || err != nil {
					t.Errorf("%d, %v; want the first answer", n, err)
				}
			})
		}
		wg.Wait()
		if n, _ := k.get(t.Context(), "1", "b", slow); n != 2 {
			t.Errorf("another key: %d", n)
		}
		if n, _ := k.get(t.Context(), "2", "a", slow); n != 3 {
			t.Errorf("another version: %d", n)
		}
		for _, key := range []string{"c", "d", "e"} {
			_, _ = k.get(t.Context(), "2", key, slow)
		}
		if len(k.values) > 3 {
			t.Errorf("%d answers are kept, at most 3 may be", len(k.values))
		}
	})
}

// TestHurried lets the first to ask wait, and nobody after that.
func TestHurried(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := kept[int]{most: 3}
		ask := func() (time.Duration, int, error) {
			began := time.Now()
			n, err := k.hurried(t.Context(), 2*time.Second, "1", "a", func(context.Context) (int, error) {
				time.Sleep(5 * time.Second)
				return 7, nil
			})
			return time.Since(began), n, err
		}
		if took, _, err := ask(); took != 2*time.Second || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the first waits %s, %v", took, err)
		}
		if took, _, err := ask(); took != 0 || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the next waits %s, %v", took, err)
		}
		time.Sleep(4 * time.Second)
		if took, n, err := ask(); took != 0 || n != 7 || err != nil {
			t.Errorf("when it is there: %s, %d, %v", took, n, err)
		}
	})
}

func TestKeptForgetsErrors(t *testing.T) {
	k := kept[int]{most: 3}
	if _, err := k.get(t.Context(), "1", "a", func(context.Context) (int, error) { return 0, errors.New("down") }); err == nil {
		t.Error("no error")
	}
	if _, err := k.get(t.Context(), "1", "a", func(context.Context) (int, error) { panic("a cause") }); err == nil || !strings.Contains(err.Error(), "a cause") {
		t.Errorf("a panic: %v", err)
	}
	if n, err := k.get(t.Context(), "1", "a", func(context.Context) (int, error) { return 7, nil }); n != 7 || err != nil {
		t.Errorf("after errors: %d, %v", n, err)
	}
}
