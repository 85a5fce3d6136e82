//go:build linux

package faults

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// nobody is a user without rights; root, whom nothing is denied, runs the program as this one.
const nobody = 65534

// made gives an empty database of ours in a folder that everybody may use.
func made(t *testing.T) (path string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "ddbsql-faults") // a test's own folder is for its user alone
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path = filepath.Join(dir, "faults.db")
	if printed, ok := command("check", path); !ok {
		t.Fatal(printed)
	}
	for name, mode := range map[string]os.FileMode{dir: 0o777, path: 0o666, path + "-lock": 0o666} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// A file that cannot be served is refused at start: in words, naming the file and the reason, and without touching it.
func TestFilesThatAreRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(path string) error
		file  string // beside the database, to be opened instead
		wants []string
	}{
		{"a file that is read-only", func(path string) error { return os.Chmod(path, 0o444) }, "", []string{"cannot be written to", "permission denied"}},
		{"a file without any rights", func(path string) error { return os.Chmod(path, 0) }, "", []string{"cannot be written to", "permission denied"}},
		{"a folder that is read-only", func(path string) error { return os.Chmod(filepath.Dir(path), 0o555) }, "", []string{"the folder", "cannot be written to", "files of its own", "permission denied"}},
		{"a new file in such a folder", func(path string) error { return os.Chmod(filepath.Dir(path), 0o555) }, "new.db", []string{"the folder", "cannot be written to", "permission denied"}},
		{"a folder that is not there", func(string) error { return nil }, "none/new.db", []string{"the folder", "no such file or directory"}},
		{"a folder in place of a file", func(path string) error { return os.Mkdir(path+".d", 0o777) }, "faults.db.d", []string{"is a folder"}},
		{"a file in place of a folder", func(string) error { return nil }, "faults.db/new.db", []string{"is no folder"}},
		{"a file that is no database", func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("no database "), 1000), 0o666) }, "", []string{"no SQLite database"}},
		{"a database of which the end is missing", func(path string) error { return os.Truncate(path, 20_000) }, "", []string{"is damaged", "restore it from a backup"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := made(t)
			if err := c.spoil(path); err != nil {
				t.Fatal(err)
			}
			if c.file != "" {
				path = filepath.Join(filepath.Dir(path), c.file)
			}
			before, _ := os.ReadFile(path)
			printed := refusedStart(t, path)
			for _, want := range append(c.wants, filepath.Base(path)) {
				if !strings.Contains(printed, want) {
					t.Errorf("it does not say %q:\n%s", want, printed)
				}
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

// refusedStart starts a server that must end by itself, with a message alone, which it gives.
func refusedStart(t *testing.T, path string) (printed string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, "serve", "--listen", "127.0.0.1:0", "--db", "sqlite:"+path)
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := cmd.CombinedOutput()
	if err == nil || ctx.Err() != nil {
		t.Fatalf("it was not refused: %v\n%s", err, out)
	}
	if strings.Contains(string(out), "goroutine ") {
		t.Fatalf("it panicked:\n%s", out)
	}
	return string(out)
}

// Two servers do not share a file, and another program's lock is waited for, at start and while serving, for a bounded time.
func TestFilesThatAreInUse(t *testing.T) {
	s := startNew(t)
	if printed := refusedAs(t, s.path); !strings.Contains(printed, "is in use by another ddbsql server") {
		t.Errorf("a second server says:\n%s", printed)
	}
	if err := s.put(1); err != nil {
		t.Errorf("the first server is disturbed: %v", err)
	}
	release := lockAsAnotherProgram(t, s.path)
	if got := code(s.put(2)); got != "ServiceUnavailable" {
		t.Errorf("a write while another program writes: %q", got)
	}
	if has, err := s.has(1); !has || err != nil {
		t.Errorf("a read while another program writes: %t, %v", has, err)
	}
	release()
	if err := s.put(2); err != nil {
		t.Errorf("a write after that: %v", err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	release = lockAsAnotherProgram(t, s.path)
	if printed := refusedAs(t, s.path); !strings.Contains(printed, "is locked by another program") {
		t.Errorf("a server that starts meanwhile says:\n%s", printed)
	}
	release()
}

// refusedAs starts a server as the user of the test, who has made the files.
func refusedAs(t *testing.T, path string) (printed string) {
	t.Helper()
	out, err := exec.Command(binary, "serve", "--listen", "127.0.0.1:0", "--db", "sqlite:"+path).CombinedOutput()
	if err == nil {
		t.Fatalf("it was not refused:\n%s", out)
	}
	return string(out)
}
