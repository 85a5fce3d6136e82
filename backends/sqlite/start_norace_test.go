//go:build !race

// Under the race detector everything takes several times as long: there is no limit to keep.

package sqlite

import (
	"path/filepath"
	"testing"
	"time"
)

func TestStartIsQuickOnAnExistingFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path)
	newTable(t, b, "there")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	best := time.Hour
	for range 5 { // the machine may be busy
		start := time.Now()
		b := openAt(t, path)
		if _, err := b.Table(ctx, "there"); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if best > 10*time.Millisecond {
		t.Errorf("the first answer came after %v", best)
	}
	t.Logf("first answer after %v", best)
}
