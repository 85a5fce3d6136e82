package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// Options of a server.
type Options struct {
	// Durable makes the server flush as in production; otherwise it flushes nothing.
	Durable bool
}

// Server is a Postgres server of this program's own.
type Server struct {
	URL    string
	dir    string
	bin    string
	user   *syscall.Credential
	opts   Options
	cmd    *exec.Cmd
	exited chan error
}

// startup is how long a server may take to answer.
const startup = 30 * time.Second

// Start makes a new cluster in a temporary folder and starts it on a Unix socket there.
func Start(opts Options) (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	s := &Server{bin: bin, opts: opts}
	if s.user, err = unprivileged(); err != nil {
		return nil, err
	}
	if s.dir, err = os.MkdirTemp("", "ddbsql-pg-"); err != nil {
		return nil, err
	}
	if err = s.initialize(); err == nil {
		err = s.Run()
	}
	if err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

func (s *Server) initialize() error {
	if s.user != nil {
		if err := os.Chown(s.dir, int(s.user.Uid), int(s.user.Gid)); err != nil {
			return err
		}
	}
	if err := os.Chmod(s.dir, 0o755); err != nil {
		return err
	}
	init := s.command("initdb", "-D", s.data(), "-U", "ddbsql", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	if out, err := init.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	u := url.URL{Scheme: "postgres", User: url.User("ddbsql"), Path: "/postgres"}
	u.RawQuery = url.Values{"host": {s.dir}, "port": {"5432"}}.Encode()
	s.URL = u.String()
	return nil
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// Run starts the server and waits until it answers. A server that was killed recovers first.
func (s *Server) Run() error {
	args := []string{"-D", s.data(), "-k", s.dir, "-c", "listen_addresses=", "-c", "max_connections=300", "-c", "max_locks_per_transaction=256"}
	if !s.opts.Durable {
		args = append(args, "-c", "fsync=off", "-c", "full_page_writes=off")
	}
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	s.cmd, s.exited = s.command("postgres", args...), make(chan error, 1)
	s.cmd.Stdout, s.cmd.Stderr = log, log
	if err := startWithParent(s.cmd, s.exited); err != nil {
		return err
	}
	return s.wait()
}

func (s *Server) wait() error {
	ctx, cancel := context.WithTimeout(context.Background(), startup)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		conn, err := pgconn.Connect(ctx, s.URL)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case exit := <-s.exited:
			s.exited <- exit
			return fmt.Errorf("the server ended: %w\n%s", errors.Join(exit, err), s.log())
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w\n%s", err, s.log())
		case <-tick.C:
		}
	}
}

// log is what the server wrote.
func (s *Server) log() []byte {
	text, err := os.ReadFile(filepath.Join(s.dir, "log"))
	if err != nil {
		return []byte(err.Error())
	}
	return text
}

// Kill ends the server as a crash does. Run starts it again.
func (s *Server) Kill() {
	if s.cmd == nil || s.cmd.Process == nil {
		return
	}
	_ = s.cmd.Process.Signal(syscall.SIGQUIT) // immediate shutdown: no flush, no checkpoint, children ended too
	exit := <-s.exited
	s.exited <- exit
}

// Stop ends the server and removes its files.
func (s *Server) Stop() {
	s.Kill()
	_ = os.RemoveAll(s.dir)
}

// command is a server program run by the unprivileged user.
func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.user}
	return cmd
}
