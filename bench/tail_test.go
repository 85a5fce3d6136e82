package main

import (
	"testing"
	"time"
)

func TestTheLongestGapIsBetweenAnswersOfAnyConnections(t *testing.T) {
	for name, c := range map[string]struct {
		at   []time.Duration
		want time.Duration
	}{
		"no answers":       {nil, 0},
		"one answer":       {[]time.Duration{5}, 0},
		"answers in order": {[]time.Duration{1, 3, 10, 11}, 7},
		"another connection's answers fill the gap": {[]time.Duration{1, 10, 4, 6}, 4},
		"the time before the first does not count":  {[]time.Duration{100, 101}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			var answers []answer
			for _, at := range c.at {
				answers = append(answers, answer{at: at})
			}
			if got := longestGap(answers); got != c.want {
				t.Errorf("%d, not %d", got, c.want)
			}
		})
	}
}

func TestAFigureIsJudgedByItsLimit(t *testing.T) {
	for name, c := range map[string]struct {
		v    verdict
		word string
	}{
		"below the limit":       {verdict{Figure: 4.9, Limit: 5}, "pass"},
		"at the limit":          {verdict{Figure: 5, Limit: 5}, "pass"},
		"above the limit":       {verdict{Figure: 5.1, Limit: 5}, "FAIL"},
		"a figure for the rest": {verdict{Figure: 1e9}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if _, word := c.v.limit(); word != c.word {
				t.Errorf("%q, not %q", word, c.word)
			}
			if c.v.passes() != (c.word != "FAIL") {
				t.Errorf("passes: %v", c.v.passes())
			}
		})
	}
}
