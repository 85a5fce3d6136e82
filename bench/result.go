package main

import (
	"slices"
	"time"
)

// figures are what was measured in one round, or medians over rounds. Those of a part of a mix are its rate, latencies and ratio alone.
type figures struct {
	Requests       float64 `json:"requests"`
	Rate           float64 `json:"requests_per_second"`
	P50            float64 `json:"p50_us"`
	P99            float64 `json:"p99_us"`
	P999           float64 `json:"p99.9_us"`
	Max            float64 `json:"max_us"`
	CPU            float64 `json:"server_cpu_us_per_request,omitempty"`
	PostgresCPU    float64 `json:"postgres_cpu_us_per_request,omitempty"`
	AllocBytes     float64 `json:"allocated_bytes_per_request,omitempty"`
	AllocObjects   float64 `json:"allocated_objects_per_request,omitempty"`
	AnswerBytes    float64 `json:"answer_bytes_per_request,omitempty"`
	ConflictsShare float64 `json:"conflicts_share,omitempty"` // of all requests, those refused because of others
	// Ratio is Rate over the floor's rate just before.
	Ratio float64 `json:"ratio_to_floor"`
}

// all gives each figure, for those who treat all alike.
func (f *figures) all() []*float64 {
	return []*float64{&f.Requests, &f.Rate, &f.P50, &f.P99, &f.P999, &f.Max, &f.CPU, &f.PostgresCPU,
		&f.AllocBytes, &f.AllocObjects, &f.AnswerBytes, &f.ConflictsShare, &f.Ratio}
}

// result is what is reported of a workload, or of a part of a mix, of one subject at one number of connections.
type result struct {
	Subject     string    `json:"subject"`
	Workload    string    `json:"workload"`
	Connections int       `json:"connections"`
	None        string    `json:"none,omitempty"` // why there are no figures
	figures               // medians over the rounds
	Rounds      []figures `json:"rounds,omitempty"`
}

// lines turns a sample into the figures of the workload's lines: of all requests together, and of each part of a mix.
func (m sample) lines(floorRate float64) []figures {
	together := slices.Concat(m.latencies...)
	if len(m.latencies) > 1 {
		slices.Sort(together)
	}
	whole := figuresOf(together, m.seconds, floorRate)
	if n := float64(len(together)); n > 0 {
		whole.CPU, whole.PostgresCPU = micros(m.used.cpu)/n, micros(m.used.postgres)/n
		whole.AllocBytes, whole.AllocObjects = m.used.bytes/n, m.used.objects/n
		whole.AnswerBytes, whole.ConflictsShare = float64(m.answered)/n, float64(m.conflicts)/(n+float64(m.conflicts))
	}
	lines := []figures{whole}
	if len(m.latencies) > 1 {
		for _, l := range m.latencies {
			lines = append(lines, figuresOf(l, m.seconds, floorRate))
		}
	}
	return lines
}

func figuresOf(sorted []time.Duration, seconds, floorRate float64) figures {
	rate := float64(len(sorted)) / seconds
	f := figures{
		Requests: float64(len(sorted)), Rate: rate, Ratio: 1, Max: micros(quantile(sorted, 1)),
		P50: micros(quantile(sorted, 0.50)), P99: micros(quantile(sorted, 0.99)), P999: micros(quantile(sorted, 0.999)),
	}
	if floorRate > 0 {
		f.Ratio = rate / floorRate
	}
	return f
}

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }

// summarize takes the median of each figure.
func summarize(rounds []figures) figures {
	var out figures
	for i, into := range out.all() {
		var values []float64
		for _, round := range rounds {
			values = append(values, *round.all()[i])
		}
		*into = median(values)
	}
	return out
}

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	if n == 0 {
		return 0
	}
	return (values[(n-1)/2] + values[n/2]) / 2
}
