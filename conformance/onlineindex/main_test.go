package main

import (
	"strings"
	"testing"
	"time"
)

// A short trial on both databases; `make onlineindex` is the long one.
func TestOnlineIndex(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			var out strings.Builder
			o := options{db: db, servers: 2, writers: 4, items: 30_000, quiet: 200 * time.Millisecond, kill: 50 * time.Millisecond}
			if err := run(o, &out); err != nil {
				t.Error(err)
			}
			t.Log(out.String())
		})
	}
}
