package metrics

import (
	"bytes"
	"os"
	"runtime"
	"runtime/metrics"
	"strconv"
	"time"
)

// started is when the process was, but for the milliseconds before this package was ready.
var started = time.Now()

// ofRuntime are figures of Go's runtime, under the names that Prometheus' own client gives them.
var ofRuntime = []struct{ sample, name, help, kind string }{
	{"/sched/goroutines:goroutines", "go_goroutines", "Number of goroutines that currently exist.", "gauge"},
	{"/sched/gomaxprocs:threads", "go_sched_gomaxprocs_threads", "The current runtime.GOMAXPROCS setting.", "gauge"},
	{"/gc/cycles/total:gc-cycles", "go_gc_cycles_total_gc_cycles_total", "Count of all completed GC cycles.", "counter"},
	{"/gc/heap/allocs:bytes", "go_memstats_alloc_bytes_total", "Total number of bytes allocated in heap until now, even if released already.", "counter"},
	{"/gc/heap/allocs:objects", "go_memstats_mallocs_total", "Total number of heap objects allocated, both live and gc-ed.", "counter"},
	{"/gc/heap/goal:bytes", "go_memstats_next_gc_bytes", "Number of heap bytes when next garbage collection will take place.", "gauge"},
	{"/gc/heap/objects:objects", "go_memstats_heap_objects", "Number of currently allocated objects.", "gauge"},
	{"/memory/classes/heap/objects:bytes", "go_memstats_alloc_bytes", "Number of bytes allocated in heap and currently in use.", "gauge"},
	{"/memory/classes/total:bytes", "go_memstats_sys_bytes", "Number of bytes obtained from system.", "gauge"},
}

// Process adds the figures of Go's runtime and, on Linux, those of the process.
func (r *Registry) Process() { r.add(process{}) }

type process struct{}

func (process) appendTo(dst []byte) []byte {
	dst = heading{"go_info", "Information about the Go environment.", "gauge"}.appendTo(dst)
	dst = appendSample(dst, "go_info", "{"+labelPairs([]string{"version"}, []string{runtime.Version()})+"}", 1)
	samples := make([]metrics.Sample, len(ofRuntime))
	for i, f := range ofRuntime {
		samples[i].Name = f.sample
	}
	metrics.Read(samples)
	for i, f := range ofRuntime {
		if samples[i].Value.Kind() == metrics.KindUint64 { // this version of Go has it
			dst = appendFigure(dst, f.name, f.help, f.kind, float64(samples[i].Value.Uint64()))
		}
	}
	dst = appendFigure(dst, "process_start_time_seconds", "Start time of the process since unix epoch in seconds.", "gauge",
		float64(started.UnixMilli())/1000)
	return appendOfSystem(dst)
}

func appendFigure(dst []byte, name, help, kind string, value float64) []byte {
	return appendSample(heading{name, help, kind}.appendTo(dst), name, "", value)
}

// ticksPerSecond is the unit of times in /proc, the same on every Linux that Go runs on.
const ticksPerSecond = 100

// appendOfSystem writes what /proc says of this process; nothing where there is none.
func appendOfSystem(dst []byte) []byte {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return dst
	}
	// Fields as proc(5) numbers them; the program's name, the second, is in parentheses and may have blanks.
	const first, userTime, systemTime, virtual, resident = 3, 14, 15, 23, 24
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) <= resident-first {
		return dst
	}
	field := func(n int) float64 {
		value, _ := strconv.ParseFloat(string(fields[n-first]), 64) // the kernel writes numbers
		return value
	}
	dst = appendFigure(dst, "process_cpu_seconds_total", "Total user and system CPU time spent in seconds.", "counter",
		(field(userTime)+field(systemTime))/ticksPerSecond)
	dst = appendFigure(dst, "process_virtual_memory_bytes", "Virtual memory size in bytes.", "gauge", field(virtual))
	dst = appendFigure(dst, "process_resident_memory_bytes", "Resident memory size in bytes.", "gauge", field(resident)*float64(os.Getpagesize()))
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		dst = appendFigure(dst, "process_open_fds", "Number of open file descriptors.", "gauge", float64(len(open)))
	}
	return dst
}
