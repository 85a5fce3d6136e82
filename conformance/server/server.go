// Package server starts ddbsql processes for those who look at it from outside: the conformance suite, the crash test
// and the benchmark. It knows the command line and the health path of the server, and nothing of its inside.
package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// startTimeout is how long a server may take until it answers; a cold machine runs the migrations of a new database in it.
const startTimeout = 30 * time.Second

// printTimeout is how long what a server prints may be under way.
const printTimeout = 10 * time.Second

// stopTimeout is how long a server may take to drain and close.
const stopTimeout = 20 * time.Second

// Options say how to start a server.
type Options struct {
	Binary string   // path of the executable
	DB     string   // value of --db
	Listen string   // host:port; a free local port when empty
	Args   []string // further arguments
	Env    []string // further variables of the environment, as NAME=value
	// Log gets all that the server prints, of which Process.Log has the end; nobody does if it is nil. The server prints by one call at a
	// time.
	Log io.Writer
}

// Process is a running server.
type Process struct {
	URL string // http://host:port, without a final slash
	cmd *exec.Cmd
	log *tail
	// exited is closed when the process has ended; then err is what Wait said.
	exited chan struct{}
	err    error
}

// Root is the folder of this module, found from the working folder upwards.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod above the working folder")
		}
		dir = parent
	}
}

// Build compiles cmd/ddbsql into dir, with further flags of `go build`, and returns the path of the executable.
func Build(dir string, flags ...string) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	binary := filepath.Join(dir, "ddbsql")
	cmd := exec.Command("go", append(append([]string{"build"}, flags...), "-o", binary, "./cmd/ddbsql")...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build cmd/ddbsql: %w\n%s", err, out)
	}
	return binary, nil
}

// Start runs a server and returns once it answers its readiness path.
func Start(o Options) (*Process, error) {
	listen := o.Listen
	if listen == "" {
		var err error
		if listen, err = FreeAddress(); err != nil {
			return nil, err
		}
	}
	args := append([]string{"serve", "--listen", listen, "--db", o.DB}, o.Args...)
	cmd := exec.Command(o.Binary, args...)
	cmd.Env = append(os.Environ(), o.Env...)
	cmd.Stdout = o.Log
	return Launch(cmd, "http://"+listen, "/readyz")
}

// Launch runs any command that will serve url, and returns once path answers with status 200. What it prints goes to the command's Stdout, too.
func Launch(cmd *exec.Cmd, url, path string) (*Process, error) {
	return LaunchWhen(cmd, url, func() bool { return answers(url + path) })
}

// LaunchWhen runs any command that will serve url, and returns once ready says so. It is asked again and again, and has to answer within
// a second.
func LaunchWhen(cmd *exec.Cmd, url string, ready func() bool) (*Process, error) {
	p := &Process{URL: url, cmd: cmd, log: &tail{}, exited: make(chan struct{})}
	var printed io.Writer = p.log
	if cmd.Stdout != nil {
		printed = io.MultiWriter(p.log, cmd.Stdout)
	}
	p.cmd.Stdout, p.cmd.Stderr = printed, printed
	endWithParent(p.cmd)
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", cmd.Path, err)
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.exited)
	}()
	if err := p.waitReady(ready); err != nil {
		p.Kill()
		return nil, fmt.Errorf("%s: %w\n%s", cmd.Path, err, p.log)
	}
	return p, nil
}

func (p *Process) waitReady(ready func() bool) error {
	ctx, cancel := context.WithTimeout(context.Background(), startTimeout)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		if ready() {
			return nil
		}
		select {
		case <-p.exited:
			return fmt.Errorf("ended before it answered: %v", p.err)
		case <-ctx.Done():
			return fmt.Errorf("no answer within %v", startTimeout)
		case <-tick.C:
		}
	}
}

func answers(url string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// PID is the process id.
func (p *Process) PID() int { return p.cmd.Process.Pid }

// Log is the last part of what the server printed.
func (p *Process) Log() string { return p.log.String() }

// Prints tells whether the server prints a text, as part of what Log gives. It waits for it: what a server prints comes by another way than
// its answers, and may come later.
func (p *Process) Prints(text string) bool {
	for deadline := time.Now().Add(printTimeout); ; time.Sleep(5 * time.Millisecond) {
		ended := !p.Running()
		switch {
		case strings.Contains(p.Log(), text):
			return true
		case ended || time.Now().After(deadline):
			return false
		}
	}
}

// Running says whether the process is still there.
func (p *Process) Running() bool {
	select {
	case <-p.exited:
		return false
	default:
		return true
	}
}

// Kill ends the process as a power cut would (SIGKILL) and waits for its end.
func (p *Process) Kill() {
	// The only error is that it has ended already.
	_ = p.cmd.Process.Kill()
	<-p.exited
}

// Stop asks the process to end (SIGTERM) and returns an error unless it exits with status 0 in time.
func (p *Process) Stop() error {
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	select {
	case <-p.exited:
	case <-time.After(stopTimeout):
		p.Kill()
		return fmt.Errorf("did not stop within %v\n%s", stopTimeout, p.log)
	}
	if p.err != nil {
		return fmt.Errorf("stopped with %w\n%s", p.err, p.log)
	}
	return nil
}

// FreeAddress is a local address nobody listens on.
func FreeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// tail keeps the last bytes written to it.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

const tailBytes = 16 << 10

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf.Write(b)
	if over := t.buf.Len() - tailBytes; over > 0 {
		t.buf.Next(over)
	}
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.String()
}
