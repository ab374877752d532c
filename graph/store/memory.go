package store

import "runtime/debug"

// For a program whose job is a load: what a load holds is small, so it is collected
// seldom while there is room, and more often before the program needs more than this.
const (
	collectAt  = 200       // per cent of what is held
	memoryGoal = 120 << 20 // bytes; a goal, not a bound
)

// TuneMemory sets how this program's memory is collected while it loads.
func TuneMemory() {
	debug.SetGCPercent(collectAt)
	debug.SetMemoryLimit(memoryGoal)
}
