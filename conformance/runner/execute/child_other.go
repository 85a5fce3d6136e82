//go:build !unix

package execute

import (
	"os"
	"os/exec"
)

// Without process groups only the program itself can be ended.
func inOwnGroup(*exec.Cmd)    {}
func askGroup(cmd *exec.Cmd)  { _ = cmd.Process.Kill() }
func killGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// shell is the command that runs a line as a user would type it.
func shell(line string) []string { return []string{"cmd", "/C", line} }

// tryLock has no locks to offer: two runs that set one suite up at the same time may disturb each other.
func tryLock(*os.File) bool { return true }
