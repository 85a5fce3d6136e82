package vfs

import (
	"sync"

	"modernc.org/libc"
)

// When a flush fails, the system forgets what could not be written: it says so once, and the next flush of the same file succeeds. The engine would ask again and
// take for safe what it has moved from the log before, and let the log be written over. So a file of which a flush failed fails each one from then on,
// until all who have it open have closed it: then nothing moves from a log into it and no log is removed or begun anew. Who opens it
// after that reads the log from its start, and all of it is moved once more.
var doubts = files{opened: map[string]int{}, failed: map[string]bool{}}

// files are those that are open, by path.
type files struct {
	mu     sync.Mutex
	opened map[string]int
	failed map[string]bool // of these, where a flush failed
}

func (s *files) open(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opened[path]++
}

func (s *files) close(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened[path]--; s.opened[path] <= 0 {
		delete(s.opened, path)
		delete(s.failed, path)
	}
}

func (s *files) fail(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if path != "" && s.opened[path] > 0 {
		s.failed[path] = true
	}
}

func (s *files) has(path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failed[path]
}

// path is the name of an open file; a temporary one has none.
func (f *file) path() string { return libc.GoString(f.FzPath) }
