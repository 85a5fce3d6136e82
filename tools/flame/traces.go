package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// sample is one stack of a profile and the time it was seen in.
type sample struct {
	stack []string // functions, the outermost first
	took  time.Duration
}

// readTraces reads what `go tool pprof -traces` prints: stacks between rules, the innermost function first, behind its time.
func readTraces(in io.Reader) ([]sample, error) {
	var all []sample
	var s sample
	inStacks := false
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "-----------+") {
			all = appendSample(all, s)
			s, inStacks = sample{}, true
			continue
		}
		if !inStacks || strings.TrimSpace(line) == "" {
			continue
		}
		if err := s.addLine(line); err != nil {
			return nil, err
		}
	}
	all = appendSample(all, s)
	if len(all) == 0 && lines.Err() == nil {
		return nil, errors.New("no stack in the input; is it of `go tool pprof -traces`?")
	}
	return all, lines.Err()
}

func appendSample(all []sample, s sample) []sample {
	if len(s.stack) == 0 {
		return all
	}
	slices.Reverse(s.stack)
	return append(all, s)
}

// addLine adds a function; the first line of a stack begins with the time. Labels of goroutines are lines "key:value".
func (s *sample) addLine(line string) error {
	text := strings.TrimSpace(line)
	if s.took == 0 {
		amount, function, found := strings.Cut(text, " ")
		if !found {
			return nil // a label
		}
		took, err := time.ParseDuration(amount)
		if err != nil {
			return fmt.Errorf("%q does not begin with a time", line)
		}
		s.took, text = took, strings.TrimSpace(function)
	}
	s.stack = append(s.stack, strings.TrimSuffix(text, " (inline)"))
	return nil
}
