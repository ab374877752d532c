package local

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// errSharing is ERROR_SHARING_VIOLATION, which package syscall does not name.
const errSharing = syscall.Errno(32)

func detach(cmd *exec.Cmd, _ syscall.Signal) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

// terminate ends the process at once: Windows has no signal that asks. Neo4j's store
// recovers at the next start, as after any power cut.
func terminate(pid int) {
	if process, err := os.FindProcess(pid); err == nil {
		_ = process.Kill()
	}
}

func killGroup(pid int) { _ = exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(pid)).Run() }

func beNice(int) {}

// runs can see no arguments here, only that the process is a Java.
func runs(pid int, _ string) bool {
	out, err := exec.Command("tasklist", "/NH", "/FI", "PID eq "+strconv.Itoa(pid)).Output()
	return err == nil && strings.Contains(strings.ToLower(string(out)), "java")
}

// tryLock opens the file so that nobody else can, until this process ends.
func tryLock(path string) (unlock func(), ok bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, cannot("lock", path, err)
	}
	file, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, 0, 0)
	if err == nil {
		return func() { _ = syscall.CloseHandle(file) }, true, nil
	}
	if errors.Is(err, errSharing) {
		return nil, false, nil
	}
	return nil, false, cannot("lock", path, err)
}
