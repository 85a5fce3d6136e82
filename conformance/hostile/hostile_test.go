package main

import (
	"strings"
	"testing"
)

// A short trial on both databases; `make hostile` is the long one.
func TestHostileTexts(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			var out strings.Builder
			if err := run(options{db: db, every: 150, callers: 4}, &out); err != nil {
				t.Error(err)
			}
			t.Log(out.String())
		})
	}
}
