package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
	"time"
)

// result is the median of all rounds of one workload at one number of connections.
type result struct {
	Workload    string  `json:"workload"`
	Connections int     `json:"connections"`
	Rate        float64 `json:"requests_per_second"`
	P50Micros   float64 `json:"p50_us"`
	P99Micros   float64 `json:"p99_us"`
	CPUMicros   float64 `json:"server_cpu_us_per_request"`
	// Ratio is Rate over the floor's rate at the same number of connections, the median of the ratios of each round.
	Ratio float64 `json:"ratio_to_floor"`
}

// summarize takes the median of each figure. floors are the floor's samples of the same rounds.
func summarize(name string, connections int, samples, floors []sample) result {
	of := func(figure func(i int) float64) float64 {
		var all []float64
		for i := range samples {
			all = append(all, figure(i))
		}
		return median(all)
	}
	return result{
		Workload: name, Connections: connections,
		Rate:      of(func(i int) float64 { return samples[i].rate() }),
		P50Micros: of(func(i int) float64 { return micros(samples[i].p50) }),
		P99Micros: of(func(i int) float64 { return micros(samples[i].p99) }),
		CPUMicros: of(func(i int) float64 { return micros(samples[i].cpuPerRequest()) }),
		Ratio:     of(func(i int) float64 { return samples[i].rate() / floors[i].rate() }),
	}
}

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	if n == 0 {
		return 0
	}
	return (values[(n-1)/2] + values[n/2]) / 2
}

// printText writes the results as a table.
func printText(w io.Writer, results []result) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "connections\tworkload\treq/s\tp50 us\tp99 us\tserver CPU us/req\tratio to floor\t")
	for _, r := range results {
		fmt.Fprintf(t, "%d\t%s\t%.0f\t%.0f\t%.0f\t%.1f\t%.3f\t\n", r.Connections, r.Workload, r.Rate, r.P50Micros, r.P99Micros, r.CPUMicros, r.Ratio)
	}
	return t.Flush()
}

// writeJSON writes the results and how they were measured to a file.
func writeJSON(path string, o options, results []result) error {
	b, err := json.MarshalIndent(struct {
		Options options  `json:"options"`
		Results []result `json:"results"`
	}{o, results}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}
