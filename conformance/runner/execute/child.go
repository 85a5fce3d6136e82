package execute

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// Pauses of those who wait for a program.
const (
	tickInterval = 200 * time.Millisecond // between two looks at what it has told
	gentleTime   = 30 * time.Second       // from asking it to end until it is killed: a suite removes its tables meanwhile
)

// child is a program with a process group of its own, so that it ends with all that it started.
type child struct {
	cmd    *exec.Cmd
	output *os.File
	exited chan struct{}
	err    error // of Wait, once exited is closed
	asked  bool  // to end, before it had
}

// startChild starts a program; what it prints is appended to a file.
func startChild(folder string, environment, command []string, outputPath string) (*child, error) {
	output, err := os.OpenFile(outputPath, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	c := &child{cmd: exec.Command(command[0], command[1:]...), output: output, exited: make(chan struct{})}
	c.cmd.Dir, c.cmd.Env = folder, environment
	// A file, not a pipe: Wait must not wait for programs that the child leaves behind.
	c.cmd.Stdout, c.cmd.Stderr = output, output
	inOwnGroup(c.cmd)
	if err := c.cmd.Start(); err != nil {
		output.Close()
		return nil, fmt.Errorf("start %s: %w", command[0], err)
	}
	go func() {
		c.err = c.cmd.Wait()
		output.Close()
		close(c.exited)
	}()
	return c, nil
}

// wait returns the exit status once the program has ended, -1 if a signal ended it. It calls tick again and again meanwhile. When the
// context ends, so does the program.
func (c *child) wait(ctx context.Context, tick func()) (int, error) {
	// What the program left behind goes, too.
	defer killGroup(c.cmd)
	ticker := time.NewTicker(tickInterval)
	defer ticker.Stop()
	for {
		select {
		case <-c.exited:
			tick()
			return c.status()
		case <-ctx.Done():
			c.stop()
			tick()
			return c.status()
		case <-ticker.C:
			tick()
		}
	}
}

// stop asks the whole group to end and kills it if it does not.
func (c *child) stop() {
	select {
	case <-c.exited:
	default:
		c.asked = true
		askGroup(c.cmd)
	}
	select {
	case <-c.exited:
	case <-time.After(gentleTime):
	}
	killGroup(c.cmd)
	<-c.exited
}

// status is meaningful once the program has ended.
func (c *child) status() (int, error) {
	var exit *exec.ExitError
	if c.err != nil && !errors.As(c.err, &exit) {
		return -1, c.err
	}
	return c.cmd.ProcessState.ExitCode(), nil
}

// ending says how the program ended: "exit status 2", "signal: killed".
func (c *child) ending() string { return c.cmd.ProcessState.String() }
