package pgtest

import (
	"os/exec"
	"runtime"
	"syscall"
)

// startWithParent starts a program that ends when this one does, however it ends. The kernel watches the thread that started it, so
// that thread stays.
func startWithParent(cmd *exec.Cmd, exited chan<- error) error {
	cmd.SysProcAttr.Pdeathsig = syscall.SIGQUIT
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			exited <- cmd.Wait()
		}
	}()
	return <-started
}
