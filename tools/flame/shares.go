package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// part is a part of the server's work, known by the functions that do it.
type part struct {
	name     string
	prefixes []string
}

// parts in the order in which they are asked about one function. What the runtime does, allocating say, counts for whoever made it do so.
var parts = []part{
	{"SQLite", []string{"modernc.org/sqlite", "modernc.org/libc", "modernc.org/memory"}},
	{"calls into SQLite", []string{"zombiezen.com/go/sqlite"}},
	{"pgx", []string{"github.com/jackc/"}},
	{"document form: jsonb", []string{"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"}},
	{"backends/sqlgen", []string{"github.com/ddbsql/ddbsql/backends/sqlgen"}},
	{"backends/sqlite", []string{"github.com/ddbsql/ddbsql/backends/sqlite"}},
	{"backends/postgres", []string{"github.com/ddbsql/ddbsql/backends/postgres"}},
	{"backends", []string{"github.com/ddbsql/ddbsql/backends"}},
	{"translator, grammar", []string{"github.com/ddbsql/ddbsql/translator", "github.com/ddbsql/ddbsql/grammar"}},
	{"internal/api, attr, wire, catalog", []string{
		"github.com/ddbsql/ddbsql/internal/api", "github.com/ddbsql/ddbsql/internal/attr", "github.com/ddbsql/ddbsql/internal/wire", "github.com/ddbsql/ddbsql/internal/catalog",
	}},
	{"internal/engine", []string{"github.com/ddbsql/ddbsql/internal/engine"}},
	{"internal/auth", []string{"github.com/ddbsql/ddbsql/internal/auth"}},
	{"internal/server", []string{"github.com/ddbsql/ddbsql/internal/"}},
	{"net/http", []string{"net/http"}},
	{"garbage collector", []string{"runtime.gcBgMarkWorker", "runtime.bgsweep", "runtime.bgscavenge"}},
	{"goroutines and network poller", []string{"runtime.mcall", "runtime.mstart", "runtime.park_m", "runtime.goexit0", "runtime.findRunnable", "runtime.schedule"}},
}

// System calls stand apart: what they cost is the kernel's, for the socket or for the file.
const (
	syscalls     = "syscall.RawSyscall6"
	socketCalls  = "kernel: socket"
	otherCalls   = "kernel: files"
	unattributed = "other"
)

// partOf finds the part a stack counts for, from the innermost function outwards.
func partOf(stack []string) string {
	kernel := slices.ContainsFunc(stack, func(f string) bool { return f == syscalls || strings.HasPrefix(f, "internal/runtime/syscall") })
	for _, function := range slices.Backward(stack) {
		if kernel && (strings.HasPrefix(function, "net.") || strings.HasPrefix(function, "internal/poll.(*FD)")) {
			return socketCalls
		}
		for _, p := range parts {
			if !hasAnyPrefix(function, p.prefixes) {
				continue
			}
			if kernel {
				return otherCalls
			}
			return p.name
		}
	}
	return unattributed
}

func hasAnyPrefix(text string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(text, p) })
}

// share is a part's share of all samples, from 0 to 1.
type share struct {
	part string
	of   float64
}

// sharesOf adds up the samples of each part, the largest first.
func sharesOf(samples []sample) []share {
	var total time.Duration
	by := map[string]time.Duration{}
	for _, s := range samples {
		by[partOf(s.stack)] += s.took
		total += s.took
	}
	var all []share
	for part, took := range by {
		all = append(all, share{part, took.Seconds() / total.Seconds()})
	}
	slices.SortFunc(all, func(a, b share) int {
		return cmp.Or(cmp.Compare(b.of, a.of), strings.Compare(a.part, b.part))
	})
	return all
}

// printShares writes a Markdown table, in microseconds of a request, too, if its CPU time is known.
func printShares(out io.Writer, all []share, request float64) error {
	t := tabwriter.NewWriter(out, 0, 0, 1, ' ', 0)
	if request > 0 {
		fmt.Fprintln(t, "| part\t| share\t| us\t|\n| ---\t| ---:\t| ---:\t|")
	} else {
		fmt.Fprintln(t, "| part\t| share\t|\n| ---\t| ---:\t|")
	}
	for _, s := range all {
		fmt.Fprintf(t, "| %s\t| %.1f %%\t|", s.part, 100*s.of)
		if request > 0 {
			fmt.Fprintf(t, " %.1f\t|", request*s.of)
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}
