package main

import (
	"fmt"
	"os"
	"slices"
)

// measureSubjects starts the floor and all subjects, fills their tables and measures them in turn.
func measureSubjects(st *starter) ([]result, error) {
	echo, err := startFloor()
	if err != nil {
		return nil, err
	}
	defer echo.Kill()
	base := &subject{name: floor.name, ours: true, side: side{address: address(echo.URL), pid: echo.PID()}}
	var subjects []*subject
	for _, asked := range st.Subjects {
		s, err := st.start(asked)
		if err != nil {
			return nil, err
		}
		defer s.stop()
		if err := load(s.side, st.shape(), st.keep, st.tables()...); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		subjects = append(subjects, s)
	}
	var results []result
	for _, connections := range st.Connections {
		c := &comparison{starter: st, floor: base, subjects: subjects, connections: connections}
		for round := range st.Rounds {
			if err := c.round(round); err != nil {
				return nil, err
			}
		}
		results = append(results, c.summary()...)
	}
	return results, nil
}

// comparison measures all subjects at one number of connections.
type comparison struct {
	*starter
	floor       *subject
	subjects    []*subject
	connections int
	results     []result // of each line, with the rounds so far
}

// round measures each workload on each subject in turn, and the floor anew before each workload: a ratio compares what was measured within
// seconds of each other.
func (c *comparison) round(round int) error {
	t := c.trial(c.connections, round)
	for _, w := range c.selected() {
		base, err := c.measure(c.floor, floor, t, 0)
		if err != nil {
			return err
		}
		for _, s := range c.subjects {
			if _, err := c.measure(s, w, t, base.Rate); err != nil {
				return err
			}
		}
	}
	return nil
}

// measure measures one workload on one subject and keeps its figures; it returns those of all requests together. A server that is not
// ours may answer with an error: then it has no figures.
func (c *comparison) measure(s *subject, w workload, t trial, floorRate float64) (figures, error) {
	if r := c.line(s.name, w.name); r.None != "" {
		return figures{}, nil
	}
	m, err := measure(s.side, w, t, c.profiling(s, w, t))
	if err != nil && !s.ours {
		c.line(s.name, w.name).None = err.Error()
		fmt.Fprintf(os.Stderr, "bench: %s: %v\n", s.name, err)
		return figures{}, nil
	}
	if err != nil {
		return figures{}, fmt.Errorf("%s: %w", s.name, err)
	}
	lines := m.lines(floorRate)
	for i, name := range w.lines() {
		r := c.line(s.name, name)
		r.Rounds = append(r.Rounds, lines[i])
	}
	return lines[0], nil
}

// line is the result of a subject's workload, made when it is first asked for.
func (c *comparison) line(subject, name string) *result {
	i := slices.IndexFunc(c.results, func(r result) bool { return r.Subject == subject && r.Workload == name })
	if i < 0 {
		i = len(c.results)
		c.results = append(c.results, result{Subject: subject, Workload: name, Connections: c.connections})
	}
	return &c.results[i]
}

// summary is the results with their medians.
func (c *comparison) summary() []result {
	for i := range c.results {
		c.results[i].figures = summarize(c.results[i].Rounds)
	}
	return c.results
}
