package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/changes"
)

// command is a program that reads the stream. It gets the server's URL and the stream's ARN as its last arguments, writes one line of
// JSON (see change) for each record to its standard output, in the order of each item's changes, and ends when its standard input does.
type command struct {
	line, url, arn string
	ledger         *changes.Ledger
	stdin          io.Closer
	started        chan struct{}
}

const (
	// patience is how long a program may take to read what is written, quiet how long it is watched for more after that.
	patience = 3 * time.Minute
	quiet    = 5 * time.Second
	maxLine  = 1 << 20
)

func newCommand(line, url, arn string, l *changes.Ledger) *command {
	return &command{line: line, url: url, arn: arn, ledger: l, started: make(chan struct{})}
}

func (c *command) run(ctx context.Context) error {
	args := append(strings.Fields(c.line), c.url, c.arn)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	c.stdin = stdin
	close(c.started)
	if err := cmd.Start(); err != nil {
		return err
	}
	lines := bufio.NewScanner(stdout)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		var read changes.Change
		if err := json.Unmarshal(lines.Bytes(), &read); err != nil {
			return fmt.Errorf("line %q: %w", lines.Text(), err)
		}
		c.ledger.Take(read)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return cmd.Wait()
}

// finish waits until all is read, and whether anything comes twice, and ends the program.
func (c *command) finish(ctx context.Context, _ *trial) error {
	<-c.started
	deadline := time.Now().Add(patience)
	for !c.ledger.Complete() && time.Now().Before(deadline) {
		if err := pause(ctx, changes.PollInterval); err != nil {
			return err
		}
	}
	if err := pause(ctx, quiet); err != nil {
		return err
	}
	return c.stdin.Close()
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
