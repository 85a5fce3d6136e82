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
	// Settings are further ones of the server, as name=value.
	Settings []string
	// FileLimit is how large, in bytes, each of the server's files can become: what goes beyond meets a full disk. 0 for any size.
	// The log has files of 1 MB.
	FileLimit uint64
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

// takeFolder makes the folder the server's user's, and tells the URL of the server there.
func (s *Server) takeFolder() error {
	if s.user != nil {
		if err := os.Chown(s.dir, int(s.user.Uid), int(s.user.Gid)); err != nil {
			return err
		}
	}
	u := url.URL{Scheme: "postgres", User: url.User("ddbsql"), Path: "/postgres"}
	u.RawQuery = url.Values{"host": {s.dir}, "port": {"5432"}}.Encode()
	s.URL = u.String()
	return os.Chmod(s.dir, 0o755)
}

func (s *Server) initialize() error {
	if err := s.takeFolder(); err != nil {
		return err
	}
	args := []string{"-D", s.data(), "-U", "ddbsql", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"}
	if s.opts.FileLimit > 0 {
		args = append(args, "--wal-segsize=1")
	}
	init := s.command("initdb", args...)
	if out, err := init.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return nil
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// Run starts the server and waits until it answers. A server that was killed recovers first.
func (s *Server) Run() error {
	args := []string{"-D", s.data(), "-k", s.dir, "-c", "listen_addresses=", "-c", "max_connections=300", "-c", "max_locks_per_transaction=256"}
	if !s.opts.Durable {
		args = append(args, "-c", "fsync=off", "-c", "full_page_writes=off")
	}
	for _, setting := range s.opts.Settings {
		args = append(args, "-c", setting)
	}
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	s.cmd, s.exited = s.command("postgres", args...), make(chan error, 1)
	if s.opts.FileLimit > 0 {
		s.limitFiles()
	}
	s.cmd.Stdout, s.cmd.Stderr = log, log
	if err := startWithParent(s.cmd, s.exited); err != nil {
		return err
	}
	return s.wait()
}

// limitFiles lets a shell bound the size of the files that the server can write, in its blocks of 512 bytes, before it becomes the server.
func (s *Server) limitFiles() {
	const block = 512
	script := fmt.Sprintf(`ulimit -f %d && exec "$0" "$@"`, s.opts.FileLimit/block)
	s.cmd.Args = append([]string{"sh", "-c", script, s.cmd.Path}, s.cmd.Args[1:]...)
	s.cmd.Path = "/bin/sh"
}

func (s *Server) wait() error {
	if err := awaitAnswer(s.URL, s.exited); err != nil {
		return fmt.Errorf("%w\n%s", err, s.log())
	}
	return nil
}

// awaitAnswer returns once a server answers, or has ended.
func awaitAnswer(url string, exited chan error) error {
	ctx, cancel := context.WithTimeout(context.Background(), startup)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		conn, err := pgconn.Connect(ctx, url)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case exit := <-exited:
			exited <- exit
			return fmt.Errorf("the server ended: %w", errors.Join(exit, err))
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
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

// Kill ends the server as a crash does: no flush, no checkpoint, children ended too. Run starts it again.
func (s *Server) Kill() { s.end(syscall.SIGQUIT) }

// ShutDown ends the server in good order, all sessions at once (its fast mode). Run starts it again.
func (s *Server) ShutDown() { s.end(syscall.SIGINT) }

func (s *Server) end(how syscall.Signal) {
	if s.cmd == nil || s.cmd.Process == nil {
		return
	}
	_ = s.cmd.Process.Signal(how)
	exit := <-s.exited
	s.exited <- exit
}

// Freeze stops all processes of the server where they are, as a machine does that hangs; Thaw lets them go on.
func (s *Server) Freeze() error { return s.all(syscall.SIGSTOP) }

// Thaw lets a server that was frozen go on.
func (s *Server) Thaw() error { return s.all(syscall.SIGCONT) }

// all sends a signal to the server's processes.
func (s *Server) all(signal syscall.Signal) error {
	pid := s.cmd.Process.Pid
	err := syscall.Kill(pid, signal)
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, stat := range stats {
		text, _ := os.ReadFile(stat) // a process that has ended has none
		var child, parent int
		var name, state string
		if n, _ := fmt.Sscan(string(text), &child, &name, &state, &parent); n == 4 && parent == pid {
			err = errors.Join(err, syscall.Kill(child, signal))
		}
	}
	return err
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
