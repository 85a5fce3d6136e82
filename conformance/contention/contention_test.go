package main

import (
	"strings"
	"testing"
	"time"
)

// A short trial on both databases; `make contention` is the long one.
func TestContention(t *testing.T) {
	var out strings.Builder
	err := run(options{db: "both", servers: 2, clients: 8, auditors: 2, moving: time.Second, operations: 1600}, &out)
	if err != nil {
		t.Error(err)
	}
	t.Log(out.String())
}
