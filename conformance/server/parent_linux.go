package server

import (
	"os/exec"
	"syscall"
)

// endWithParent makes a program end when this one does, however it ends.
func endWithParent(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
