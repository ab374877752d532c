package local

import (
	"os"
	"strconv"
	"strings"
)

// freeMemory gives how many MB processes can still take without swapping, and a
// modest guess where the system does not say.
func freeMemory() int {
	text, _ := os.ReadFile("/proc/meminfo")
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "MemAvailable:"); ok {
			kB, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
			if err == nil {
				return kB / 1024
			}
		}
	}
	return 3 * 1024
}

// memoryShare gives a third of the free memory, within bounds: two are left for the page
// cache and for others.
func memoryShare(least, most int) int { return min(max(freeMemory()/3, least), most) }

func megabytes(n int) string { return strconv.Itoa(n) + "m" }
