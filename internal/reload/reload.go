// Package reload reads files again when they change, while the program runs: keys, certificates. A file that cannot be used changes
// nothing: what was read before stays in use, and the log says why.
package reload

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Interval is how often the files are looked at, which costs a system call for each. New contents are in use so much later at most.
const Interval = 500 * time.Millisecond

// grain is the coarsest time of a change that file systems note: a file may change again within it and look the same.
const grain = 2 * time.Second

// Source are files that are read together.
type Source struct {
	name  string // for the log
	paths []string
	take  func() error

	seen     []os.FileInfo // nil for a file that is not there
	lookedAt time.Time
	failure  string // of the last reading
}

// Read reads the files for the first time, by take, which is called again whenever one of them changes. An error of take's leaves
// in use what was. The name is what the log calls the files.
func Read(name string, take func() error, paths ...string) (*Source, error) {
	s := &Source{name: name, paths: paths, take: take}
	s.changed()
	return s, take()
}

// Watch looks at the sources until ctx ends, at each Interval and when the process gets SIGHUP. Without sources it does nothing, not even
// with the signal. Sources may be nil.
func Watch(ctx context.Context, log *slog.Logger, sources ...*Source) {
	var watched []*Source
	for _, s := range sources {
		if s != nil {
			watched = append(watched, s)
		}
	}
	if len(watched) == 0 {
		return
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGHUP)
	go func() {
		defer signal.Stop(asked)
		watch(ctx, log, watched, asked)
	}()
}

func watch(ctx context.Context, log *slog.Logger, sources []*Source, asked <-chan os.Signal) {
	tick := time.NewTicker(Interval)
	defer tick.Stop()
	for {
		ask := false
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-asked:
			ask = true
		}
		for _, s := range sources {
			s.look(log, ask)
		}
	}
}

// look reads the files if they have changed, may have, could not be used at the last look, or somebody asks. The log hears of
// what is new.
func (s *Source) look(log *slog.Logger, asked bool) {
	changed := s.changed()
	if !changed && !asked && s.failure == "" && s.settled() {
		return
	}
	err := s.take()
	switch {
	case err != nil && (changed || asked || err.Error() != s.failure):
		log.Error("files cannot be used, what they said before is kept", "files", s.name, "error", err)
	case err == nil && (changed || asked || s.failure != ""):
		log.Info("files are read again", "files", s.name)
	}
	s.failure = ""
	if err != nil {
		s.failure = err.Error()
	}
}

// changed notes how the files are, and tells whether that is another way than at the last look.
func (s *Source) changed() bool {
	now := make([]os.FileInfo, len(s.paths))
	same := len(s.seen) == len(now)
	for i, path := range s.paths {
		if info, err := os.Stat(path); err == nil {
			now[i] = info
		}
		same = same && isSame(s.seen[i], now[i])
	}
	s.seen, s.lookedAt = now, time.Now()
	return !same
}

func isSame(a, b os.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// settled tells whether the files would have looked different had they changed since they were read.
func (s *Source) settled() bool {
	for _, info := range s.seen {
		if info != nil && s.lookedAt.Sub(info.ModTime()) < grain {
			return false
		}
	}
	return true
}
