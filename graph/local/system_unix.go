//go:build unix

package local

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

func terminate(pid int) { _ = syscall.Kill(pid, syscall.SIGTERM) }

func killGroup(pid int) { _ = syscall.Kill(-pid, syscall.SIGKILL) }

// beNice lets everything else go first.
func beNice(pid int) { _ = syscall.Setpriority(syscall.PRIO_PROCESS, pid, 19) }

// runs says whether pid is a process started with this argument. A pid alone proves
// nothing: after a crash it may belong to somebody else by now.
func runs(pid int, argument string) bool {
	if line, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/cmdline"); err == nil {
		return bytes.Contains(line, []byte("\x00"+argument+"\x00"))
	}
	line, err := exec.Command("ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	return err == nil && strings.Contains(string(line)+" ", argument+" ")
}

// tryLock takes the lock, or says that somebody else has it. The kernel lets go of it
// when the process ends, however it ends.
func tryLock(path string) (unlock func(), ok bool, err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, false, cannot("open", path, err)
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return func() { file.Close() }, true, nil
	}
	file.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, false, nil
	}
	return nil, false, cannot("lock", path, err)
}
