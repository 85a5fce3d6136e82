//go:build !linux

package pgtest

import "os/exec"

// startWithParent starts a program. Where the kernel cannot end it with this one, Main does.
func startWithParent(cmd *exec.Cmd, exited chan<- error) error {
	err := cmd.Start()
	if err == nil {
		go func() { exited <- cmd.Wait() }()
	}
	return err
}
