package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Limits of how work may grow with what is stored.
const (
	scaleTimes       = 1.5 // CPU per request of a large table over that of a small one
	scaleConnections = 16
	smallTable       = 10_000
	otherTables      = 1000
	bigPartition     = 1_000_000
)

// measureScale measures whether the work of a request grows: with the table, up to the sizes of --sizes, with the number of other tables,
// with the partition, and memory with the number of large answers. Each size has a server and a database of its own; all are asked in turn,
// so that a slow moment of the machine hits all alike.
func measureScale(st *starter) error {
	var all []*scaled
	defer func() {
		for _, s := range all {
			s.stop()
		}
	}()
	plans := []scaled{{name: "small", items: smallTable}, {name: fmt.Sprintf("%d other tables", otherTables), items: smallTable, others: otherTables}}
	for _, n := range st.sizes {
		plans = append(plans, scaled{name: fmt.Sprintf("%d items", n), items: n})
	}
	for _, p := range plans {
		if err := p.start(st); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		all = append(all, &p)
	}
	for _, s := range all {
		if err := s.readWhole(); err != nil {
			return err
		}
	}
	syscall.Sync() // nor is the system's writing of what was filled
	verdicts, err := compareSizes(st, all)
	if err != nil {
		return err
	}
	found, err := measurePartition(all[0], st.options)
	if err != nil {
		return err
	}
	verdicts = append(verdicts, found...)
	// Last, for what requests by key have read of a file of gigabytes is resident for 20 seconds: the system's cache, and not what scans take.
	for _, s := range all[2:] {
		if found, err = measureScans(s, st.options); err != nil {
			return err
		}
		verdicts = append(verdicts, found...)
	}
	return judge(os.Stdout, st.options, verdicts)
}

// scaled is a server whose database has so much.
type scaled struct {
	*subject
	name   string
	items  int
	others int                  // tables
	cpu    map[string][]float64 // microseconds a request, of each workload in each round
}

// start starts the server and fills its database.
func (s *scaled) start(st *starter) (err error) {
	kind, _, _ := strings.Cut(st.DB, ":")
	of := *st // files of its own
	if of.dir, err = os.MkdirTemp(st.dir, "scale"); err != nil {
		return err
	}
	if s.subject, err = of.startDdbsql(kind); err != nil {
		return err
	}
	s.cpu = map[string][]float64{}
	began := time.Now()
	if err := s.makeOthers(); err != nil {
		return err
	}
	if err := load(s.side, ordinary(s.items), false, scaleItems); err != nil {
		return err
	}
	fmt.Printf("%s: filled in %.0f s\n", s.name, time.Since(began).Seconds())
	return nil
}

// makeOthers makes tables that nobody asks.
func (s *scaled) makeOthers() error {
	return s.with(func(c *client) error {
		for i := range s.others {
			if err := c.do(prefix(s.address, "CreateTable"), []byte(keyedDefinition("other-"+strconv.Itoa(i)))); err != nil {
				return err
			}
		}
		return nil
	})
}

// compareSizes asks each server in turn, and judges each by the first one.
func compareSizes(st *starter, all []*scaled) ([]verdict, error) {
	for round := range st.Rounds {
		for _, w := range scaleWorkloads {
			for _, s := range all {
				t := st.trial(scaleConnections, round)
				t.shape = ordinary(s.items)
				m, err := measure(s.side, w, t, nil)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", s.name, err)
				}
				s.cpu[w.name] = append(s.cpu[w.name], m.cpuMicros())
			}
		}
	}
	var verdicts []verdict
	for _, w := range scaleWorkloads {
		base := all[0].cpu[w.name]
		for _, s := range all[1:] {
			verdicts = append(verdicts, verdict{
				What: "CPU of " + w.name + ", " + s.name, Figure: medianRatio(s.cpu[w.name], base), Limit: scaleTimes, Unit: "times",
				Detail: fmt.Sprintf("%.1f us, of %d items %.1f us", median(slices.Clone(s.cpu[w.name])), smallTable, median(slices.Clone(base))),
			})
		}
	}
	return verdicts, nil
}

// cpuMicros is what a request took of the server's CPU, and of Postgres' if that is known.
func (m sample) cpuMicros() float64 {
	n := 0
	for _, l := range m.latencies {
		n += len(l)
	}
	if n == 0 {
		return 0
	}
	return micros(m.used.cpu+m.used.postgres) / float64(n)
}

// medianRatio is the median of the ratios of each round.
func medianRatio(of, to []float64) float64 {
	ratios := make([]float64, len(of))
	for i := range of {
		ratios[i] = of[i] / to[i]
	}
	return median(ratios)
}
