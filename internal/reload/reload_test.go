package reload

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// subject is a source of one or two files that a test changes.
type subject struct {
	t      *testing.T
	dir    string
	source *Source
	log    bytes.Buffer
	took   string // what the files said when they were taken
	taken  int
}

func newSubject(t *testing.T) *subject {
	s := &subject{t: t, dir: t.TempDir()}
	s.write("a", "one")
	s.write("b", "1")
	source, err := Read("letters", s.take, s.path("a"), s.path("b"))
	if err != nil {
		t.Fatal(err)
	}
	s.source = source
	return s
}

func (s *subject) path(name string) string { return filepath.Join(s.dir, name) }

func (s *subject) write(name, text string) {
	s.t.Helper()
	if err := os.WriteFile(s.path(name), []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// age makes a file as old as one that nobody touched for long.
func (s *subject) age(name string) {
	s.t.Helper()
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(s.path(name), old, old); err != nil {
		s.t.Fatal(err)
	}
}

// take wants "bad" nowhere.
func (s *subject) take() error {
	s.taken++
	var all []string
	for _, name := range []string{"a", "b"} {
		text, err := os.ReadFile(s.path(name))
		if err != nil {
			return err
		}
		if string(text) == "bad" {
			return errors.New("bad " + name)
		}
		all = append(all, string(text))
	}
	s.took = strings.Join(all, " ")
	return nil
}

func (s *subject) look(asked bool) string {
	s.log.Reset()
	s.source.look(slog.New(slog.NewTextHandler(&s.log, nil)), asked)
	return s.log.String()
}

func TestLook(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*subject)
		asked  bool
		took   string
		log    string // part of the line; none if empty
	}{
		{"nothing changed", func(*subject) {}, false, "one 1", ""},
		{"nothing changed, but somebody asks", func(*subject) {}, true, "one 1", "read again"},
		{"a file says something else", func(s *subject) { s.write("a", "three") }, false, "three 1", "read again"},
		{"the second file does", func(s *subject) { s.write("b", "2") }, false, "one 2", "read again"},
		{"of the same length, within the grain of the file system's clock", func(s *subject) {
			info, _ := os.Stat(s.path("a"))
			s.write("a", "two")
			if err := os.Chtimes(s.path("a"), info.ModTime(), info.ModTime()); err != nil {
				s.t.Fatal(err)
			}
		}, false, "two 1", ""},
		{"another file takes its place, as old and as long", func(s *subject) {
			s.write("new", "two")
			s.age("new")
			s.age("a")
			s.look(false)
			if err := os.Rename(s.path("new"), s.path("a")); err != nil {
				s.t.Fatal(err)
			}
		}, false, "two 1", "read again"},
		{"a file that cannot be used", func(s *subject) { s.write("a", "bad") }, false, "one 1", "bad a"},
		{"a file that is gone", func(s *subject) { os.Remove(s.path("a")) }, false, "one 1", "no such file"},
		{"a file that could not be used, again", func(s *subject) { s.write("a", "bad"); s.look(false) }, false, "one 1", ""},
		{"a file that could not be used, and is another now", func(s *subject) {
			s.write("a", "bad")
			s.look(false)
			s.write("a", "five")
		}, false, "five 1", "read again"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSubject(t)
			c.change(s)
			log := s.look(c.asked)
			if s.took != c.took {
				t.Errorf("took %q, want %q", s.took, c.took)
			}
			if (log == "") != (c.log == "") || !strings.Contains(log, c.log) {
				t.Errorf("log %q, want %q", log, c.log)
			}
		})
	}
}

func TestOldFilesAreNotReadAgain(t *testing.T) {
	s := newSubject(t)
	s.age("a")
	s.age("b")
	s.look(false)
	before := s.taken
	s.look(false)
	if s.taken != before {
		t.Error("they are read, though they did not change")
	}
}

func TestFilesThatCannotBeReadAtFirst(t *testing.T) {
	if _, err := Read("x", func() error { return errors.New("no") }); err == nil {
		t.Error("no error")
	}
}

func TestWatch(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	took := make(chan struct{}, 100)
	path := filepath.Join(t.TempDir(), "a")
	s, err := Read("x", func() error { took <- struct{}{}; return nil }, path)
	if err != nil {
		t.Fatal(err)
	}
	<-took
	Watch(ctx, slog.New(slog.DiscardHandler), nil, s)
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(syscall.SIGHUP)
	}
	if err != nil {
		t.Fatal(err)
	}
	wait(t, took)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	wait(t, took)
	Watch(ctx, nil) // nothing to watch: nothing to do
}

func wait(t *testing.T, took chan struct{}) {
	t.Helper()
	select {
	case <-took:
	case <-time.After(10 * time.Second):
		t.Fatal("the files are not read again")
	}
}
