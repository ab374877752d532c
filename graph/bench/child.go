package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime/pprof"
	"time"
)

// What a client costs is measured in a process of its own: the bench runs itself
// again as a child that does one job.

// figures are what one measured thing took.
type figures struct {
	Seconds float64 `json:"seconds"`
	Server  float64 `json:"server"` // CPU seconds of Neo4j
	Client  float64 `json:"client"` // CPU seconds of the child, and of what it ran itself
	Memory  float64 `json:"memory"` // megabytes at the client's peak
	Rows    int     `json:"rows"`
	Steps   []step  `json:"steps,omitempty"`
}

// jobs are what a child can do, by name. Each reads its order as JSON.
var jobs = map[string]func(ctx context.Context, order []byte) (figures, error){
	"load":   loadJob,
	"import": importJob,
	"parse":  parseJob,
	"read":   readJob,
	"serve":  serveJob,
}

// childFlag is the first argument of a child; the job and its order follow.
const childFlag = "-child"

// runJob is the whole of a child: its figures go to standard output.
func runJob(ctx context.Context, name, order string) error {
	defer profile(name)()
	began := time.Now()
	f, err := jobs[name](ctx, []byte(order))
	if err != nil {
		return err
	}
	if f.Seconds == 0 { // the job has not stopped the clock itself
		f.Seconds = time.Since(began).Seconds()
	}
	f.Memory = peakMemory()
	return json.NewEncoder(os.Stdout).Encode(f)
}

// profileFolder is the variable that names a folder for CPU profiles of the children.
const profileFolder = "MAPPER_BENCH_PROFILES"

// profile begins a CPU profile, where one is wanted, and gives what ends it.
func profile(job string) (end func()) {
	end = func() {}
	dir := os.Getenv(profileFolder)
	if dir == "" {
		return end
	}
	file, err := os.CreateTemp(dir, job+"-*.pprof")
	if err == nil {
		err = pprof.StartCPUProfile(file)
	}
	if err != nil {
		say("no profile: %v", err)
		return end
	}
	return func() {
		pprof.StopCPUProfile()
		file.Close()
	}
}

// child has a job done in a process of its own.
func child(ctx context.Context, job string, order any) (figures, error) {
	var f figures
	text, err := json.Marshal(order)
	if err != nil {
		return f, err
	}
	program, err := os.Executable()
	if err != nil {
		return f, err
	}
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, program, childFlag, job, string(text))
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	if err := cmd.Run(); err != nil {
		return f, fmt.Errorf("%s %s: %w", job, text, err)
	}
	if err := json.Unmarshal(out.Bytes(), &f); err != nil {
		return f, err
	}
	f.Client = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	return f, nil
}
