package source

import (
	"fmt"
	"testing"
)

// TestHashes holds what is remembered against a map.
func TestHashes(t *testing.T) {
	var h Hashes[int]
	want := map[string]int{}
	for i := range 20_000 {
		id := fmt.Sprint("id-", i*7%9_973)
		value, had := h.Put(Hash(id))
		if _, ok := want[id]; ok != had || *value != want[id] {
			t.Fatalf("%s: %v %d, want %v %d", id, had, *value, ok, want[id])
		}
		*value, want[id] = i, i
	}
	for id, i := range want {
		if value := h.Find(Hash(id)); value == nil || *value != i {
			t.Fatalf("%s is not found", id)
		}
	}
	if h.Find(Hash("nobody")) != nil || h.Len() != len(want) {
		t.Errorf("%d", h.Len())
	}
}
