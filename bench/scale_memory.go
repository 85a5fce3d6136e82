package main

import (
	"fmt"
	"time"
)

const (
	// scansMemory is the most that a server may have resident while scaleScans connections scan, in MB.
	scansMemory = 300.0
	// sampleEvery is how often that is looked at.
	sampleEvery = 20 * time.Millisecond
)

// scaleScan asks for whole pages of 1 MB.
var scaleScan = workload{name: "scan", table: scaleItems, parts: only("Scan", scaleScanBody)}

// measureScans measures what a server has resident at most while many connections scan.
func measureScans(s *scaled, o options) ([]verdict, error) {
	t := o.trial(scaleScans, 0)
	t.shape, t.duration = ordinary(s.items), 3*t.duration
	over, most := make(chan struct{}), make(chan peak)
	go func() { most <- watchMemory(s.pid, over) }()
	m, err := measure(s.side, scaleScan, t, nil)
	close(over)
	found := <-most
	if err != nil {
		return nil, err
	}
	return []verdict{{
		What: fmt.Sprintf("resident during %d scans, %s", scaleScans, s.name), Figure: mb(found.resident), Limit: scansMemory, Unit: "MB",
		Detail: fmt.Sprintf("%.0f MB of them private; %.0f pages a second of %.2f MB", mb(found.private), float64(len(m.latencies[0]))/m.seconds,
			float64(m.answered)/float64(len(m.latencies[0]))/(1<<20)),
	}}, nil
}

// peak is the most that a process had resident, in KB.
type peak struct{ resident, private int }

// watchMemory looks at a process until it is over.
func watchMemory(pid int, over <-chan struct{}) peak {
	var most peak
	tick := time.NewTicker(sampleEvery)
	defer tick.Stop()
	for {
		select {
		case <-over:
			return most
		case <-tick.C:
			// A process that is gone fails the measurement anyway.
			resident, private, _ := memory(pid)
			most = peak{max(most.resident, resident), max(most.private, private)}
		}
	}
}

// measurePartition fills one partition and compares pages at its middle and its end with those at its start.
func measurePartition(s *scaled, o options) ([]verdict, error) {
	sh := ordinary(bigPartition)
	if err := fill(s.side, sh, filling{table: scaleTable, count: bigPartition, item: (*generator).appendBigItem}); err != nil {
		return nil, err
	}
	places := []struct {
		name string
		from int
	}{{"start", 0}, {"middle", bigPartition / 2}, {"end", bigPartition - 3*perPartition}}
	cpu := make([][]float64, len(places))
	for round := range o.Rounds {
		for i, p := range places {
			t := o.trial(scaleConnections, round)
			t.shape = sh
			m, err := measure(s.side, workload{name: "page at the " + p.name, table: scaleItems, parts: only("Query", bigQueryBody(p.from)), answered: perPartition}, t, nil)
			if err != nil {
				return nil, err
			}
			cpu[i] = append(cpu[i], m.cpuMicros())
		}
	}
	var verdicts []verdict
	for i, p := range places[1:] {
		verdicts = append(verdicts, verdict{
			What: fmt.Sprintf("CPU of a page at the %s of %d items", p.name, bigPartition), Figure: medianRatio(cpu[i+1], cpu[0]), Limit: scaleTimes, Unit: "times",
			Detail: fmt.Sprintf("%.1f us, at the start %.1f us", median(cpu[i+1]), median(append([]float64{}, cpu[0]...))),
		})
	}
	return verdicts, nil
}
