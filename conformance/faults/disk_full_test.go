//go:build linux

package faults

import (
	"errors"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Without room for more, writes are refused by an error that SDKs retry and that tells the truth: what was acknowledged is there, what was
// refused is not, reads go on; and writes do as soon as there is room again.
func TestDiskFull(t *testing.T) {
	for _, c := range []struct {
		name string
		dir  func(t *testing.T) string
		full func(t *testing.T, s *subject) (room func())
	}{
		{"the files may not grow", func(t *testing.T) string { return t.TempDir() }, limitFiles},
		{"the file system is full, if it may be mounted here", smallFileSystem, fillFileSystem},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := start(t, c.dir(t)+"/faults.db")
			s.createTable(t)
			s.fill(t, 50)
			room := c.full(t, s)
			acknowledged, refused := s.writeUntilRefused(t, 50)
			if !s.Running() {
				t.Fatalf("the server ended:\n%s", s.Log())
			}
			s.compare(t, acknowledged, refused)

			room()
			for began := time.Now(); s.put(refused) != nil; {
				if time.Since(began) > 10*time.Second {
					t.Fatalf("writes are refused although there is room: %v", s.put(refused))
				}
			}
			acknowledged++
			s.compare(t, acknowledged, refused+1)
			s.Kill()
			again := start(t, s.path)
			again.compare(t, acknowledged, refused+1)
			if err := again.Stop(); err != nil {
				t.Fatal(err)
			}
			if printed, ok := command("check", s.path); !ok {
				t.Errorf("check: %s", printed)
			}
		})
	}
}

// writeUntilRefused puts items with the ids from first on. It gives the number of items there are, and the first id that was refused.
func (s *subject) writeUntilRefused(t *testing.T, first int) (acknowledged, refused int) {
	t.Helper()
	for id := first; id < first+100_000; id++ {
		switch err := s.put(id); code(err) {
		case "":
			if err != nil {
				t.Fatalf("%v\n%s", err, s.Log())
			}
		case "ServiceUnavailable":
			return id, id
		default:
			t.Fatalf("got %v", err)
		}
	}
	t.Fatal("nothing was refused")
	return 0, 0
}

// compare looks whether there are the items below an id, and not the one with the other.
func (s *subject) compare(t *testing.T, below, missing int) {
	t.Helper()
	for id := range below {
		if has, err := s.has(id); !has || err != nil {
			t.Fatalf("item %d: there: %t, %v", id, has, err)
		}
	}
	if has, err := s.has(missing); has || err != nil {
		t.Errorf("item %d was refused; there: %t, %v", missing, has, err)
	}
}

// limitFiles lets no file of the server become longer than the longest one is, but for some pages.
func limitFiles(t *testing.T, s *subject) (room func()) {
	longest := int64(0)
	for _, end := range []string{"", "-wal"} {
		if info, err := os.Stat(s.path + end); err == nil {
			longest = max(longest, info.Size())
		}
	}
	s.allow(t, unix.RLIMIT_FSIZE, uint64(longest)+200<<10)
	return func() { s.allow(t, unix.RLIMIT_FSIZE, unix.RLIM_INFINITY) }
}

// smallFileSystem mounts one of a few MB in memory. Where that is not allowed, files that may not grow must do.
func smallFileSystem(t *testing.T) string {
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=8m"); err != nil {
		t.Skipf("no right to mount: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fillFileSystem fills it but for a few pages. The server may be writing meanwhile, so how much fits is found out.
func fillFileSystem(t *testing.T, s *subject) (room func()) {
	ballast := s.path + ".ballast"
	if err := os.WriteFile(ballast, make([]byte, 8<<20), 0o600); !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("all of it fits: %v", err)
	}
	written, err := os.Stat(ballast)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(ballast, max(written.Size()-200<<10, 0)); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
	}
}
