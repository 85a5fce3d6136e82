package metrics_test

import (
	"bufio"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/metrics"
)

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(*metrics.Registry)
		want string
	}{
		{"a registry without figures", func(*metrics.Registry) {}, ""},
		{"a family without series is left out", func(r *metrics.Registry) { r.Counters("a_total", "As.", "of") }, ""},
		{"a gauge is asked when it is written", func(r *metrics.Registry) { r.Gauge("a", "As.", func() float64 { return 1.5 }) },
			"# HELP a As.\n# TYPE a gauge\na 1.5\n"},
		{"gauges of things that come and go are added up by name", func(r *metrics.Registry) {
			looks := r.Looks()
			for _, a := range []float64{1.5, 2} {
				looks.Add(func(show func(string, string, float64)) { show("a", "As.", a); show("b", "Bs.", 1) })
			}
			looks.Add(func(show func(string, string, float64)) { show("a", "As.", 40) })() // forgotten
		}, "# HELP a As.\n# TYPE a gauge\na 3.5\n# HELP b Bs.\n# TYPE b gauge\nb 2\n"},
		{"gauges that nobody shows are left out", func(r *metrics.Registry) {
			r.Looks().Add(func(show func(string, string, float64)) { show("a", "As.", 1) })()
		}, ""},
		{"series are in order, and each is counted by itself", func(r *metrics.Registry) {
			a := r.Counters("a_total", "As.", "of", "type")
			a.With("y", "2").Inc()
			a.With("x", "1").Inc()
			a.With("y", "2").Inc()
			a.With("x", "2")
		}, "# HELP a_total As.\n# TYPE a_total counter\n" +
			"a_total{of=\"x\",type=\"1\"} 1\na_total{of=\"x\",type=\"2\"} 0\na_total{of=\"y\",type=\"2\"} 2\n"},
		{"a label's value may have any character", func(r *metrics.Registry) { r.Counters("a_total", "As.", "of").With("\"\\\n").Inc() },
			"# HELP a_total As.\n# TYPE a_total counter\na_total{of=\"\\\"\\\\\\n\"} 1\n"},
		{"a duration is in the bucket of its upper bound and in all above", func(r *metrics.Registry) {
			h := r.Histograms("a_seconds", "As.", []float64{.00025, .5}, "of").With("x")
			for _, d := range []time.Duration{0, 250 * time.Microsecond, 251 * time.Microsecond, 2 * time.Second} {
				h.Observe(d)
			}
		}, "# HELP a_seconds As.\n# TYPE a_seconds histogram\n" +
			"a_seconds_bucket{of=\"x\",le=\"0.00025\"} 2\na_seconds_bucket{of=\"x\",le=\"0.5\"} 3\na_seconds_bucket{of=\"x\",le=\"+Inf\"} 4\n" +
			"a_seconds_sum{of=\"x\"} 2.000501\na_seconds_count{of=\"x\"} 4\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r metrics.Registry
			c.make(&r)
			if got := string(r.AppendTo(nil)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestNothingIsLostWhenManyCountAtOnce(t *testing.T) {
	const writers, each = 8, 1000
	var r metrics.Registry
	counters, histograms := r.Counters("a_total", "As.", "of"), r.Histograms("b_seconds", "Bs.", []float64{1}, "of")
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range each {
				counters.With("x").Inc()
				histograms.With("x").Observe(time.Second)
			}
		})
	}
	wg.Wait()
	got := string(r.AppendTo(nil))
	for _, want := range []string{`a_total{of="x"} 8000`, `b_seconds_sum{of="x"} 8000`, `b_seconds_count{of="x"} 8000`} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("lacks %s in\n%s", want, got)
		}
	}
}

func TestProcess(t *testing.T) {
	var r metrics.Registry
	r.Process()
	text := string(r.AppendTo(nil))
	line := regexp.MustCompile(`^[a-z_]+(\{[a-z]+="[^"]+"\})? [0-9.e+]+$`)
	seen := map[string]bool{}
	for lines := bufio.NewScanner(strings.NewReader(text)); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "# ") {
			continue
		}
		if !line.MatchString(lines.Text()) || strings.HasSuffix(lines.Text(), " 0") && !strings.Contains(lines.Text(), "cycles") && !strings.Contains(lines.Text(), "cpu") {
			t.Errorf("a line that cannot be: %s", lines.Text())
		}
		name, _, _ := strings.Cut(strings.Split(lines.Text(), " ")[0], "{")
		seen[name] = true
	}
	want := []string{"go_info", "go_goroutines", "go_memstats_alloc_bytes", "go_memstats_sys_bytes", "process_start_time_seconds"}
	if runtime.GOOS == "linux" {
		want = append(want, "process_cpu_seconds_total", "process_resident_memory_bytes", "process_virtual_memory_bytes", "process_open_fds")
	}
	for _, name := range want {
		if !seen[name] {
			t.Errorf("no figure %s", name)
		}
	}
}
