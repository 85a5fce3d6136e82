//go:build unix

package execute

import (
	"os"
	"os/exec"
	"syscall"
)

func inOwnGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// askGroup and killGroup reach all processes of the group; that there are none left is no error.
func askGroup(cmd *exec.Cmd)  { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
func killGroup(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// shell is the command that runs a line as a user would type it.
func shell(line string) []string { return []string{"sh", "-c", line} }

// tryLock tells whether nobody else has a file locked, and locks it until it is closed.
func tryLock(file *os.File) bool {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
