package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

const traces = `File: ddbsql
Type: cpu
-----------+-------------------------------------------------------
      30ms   runtime.mallocgc
             github.com/ddbsql/ddbsql/internal/api.Decode (inline)
             net/http.(*conn).serve
-----------+-------------------------------------------------------
      10ms   internal/runtime/syscall/linux.Syscall6
             syscall.RawSyscall6
             internal/poll.(*FD).Write
             net.(*conn).Write
             net/http.(*conn).serve
-----------+-------------------------------------------------------
      1.06s  internal/runtime/syscall/linux.Syscall6
             syscall.RawSyscall6
             modernc.org/libc.Xpwrite64
             modernc.org/sqlite/lib._unixWrite
-----------+-------------------------------------------------------
     100ms   runtime.findRunnable
             runtime.mcall
`

func TestReadTraces(t *testing.T) {
	samples, err := readTraces(strings.NewReader(traces))
	if err != nil {
		t.Fatal(err)
	}
	if len(samples) != 4 {
		t.Fatalf("%d samples", len(samples))
	}
	first := samples[0]
	want := []string{"net/http.(*conn).serve", "github.com/ddbsql/ddbsql/internal/api.Decode", "runtime.mallocgc"}
	if first.took != 30*time.Millisecond || !slices.Equal(first.stack, want) {
		t.Errorf("first sample: %+v", first)
	}
	if samples[2].took != 1060*time.Millisecond {
		t.Errorf("third sample took %s", samples[2].took)
	}
}

func TestReadTracesRefusesOtherText(t *testing.T) {
	for _, text := range []string{"", "no profile at all\n", "-----------+---\nsoon  f\n"} {
		if _, err := readTraces(strings.NewReader(text)); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func TestShares(t *testing.T) {
	samples, err := readTraces(strings.NewReader(traces))
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, s := range sharesOf(samples) {
		parts = append(parts, s.part)
	}
	want := []string{otherCalls, "goroutines and network poller", "internal/api, attr, wire, catalog", socketCalls}
	if !slices.Equal(parts, want) {
		t.Errorf("parts %q, want %q", parts, want)
	}
	var out strings.Builder
	if err := printShares(&out, []share{{"SQLite", 0.25}}, 40); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "25.0 %") || !strings.Contains(out.String(), " 10.0 ") {
		t.Errorf("printed:\n%s", out.String())
	}
}

func TestSVG(t *testing.T) {
	samples, err := readTraces(strings.NewReader(traces))
	if err != nil {
		t.Fatal(err)
	}
	root := treeOf(samples)
	if root.took != 1200*time.Millisecond || len(root.called) != 3 {
		t.Fatalf("root took %s and calls %d functions", root.took, len(root.called))
	}
	var out strings.Builder
	if err := drawSVG(&out, "a < b", root); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a &lt; b", "<title>net/http.(*conn).serve 3.3 %</title>", "lib._unixWrite"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the graph lacks %q", want)
		}
	}
}
