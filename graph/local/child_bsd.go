//go:build unix && !linux

package local

import (
	"os/exec"
	"syscall"
)

// detach cannot tie the child's life to ours here: after a kill -9 of the mapper the
// next Start finds the orphan in server.json and stops it.
func detach(cmd *exec.Cmd, _ syscall.Signal) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}
