package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestQuantiles(t *testing.T) {
	var thousand []time.Duration
	for i := range 1000 {
		thousand = append(thousand, time.Duration(i))
	}
	for _, c := range []struct {
		name   string
		sorted []time.Duration
		q      float64
		want   time.Duration
	}{
		{"of nothing", nil, 0.5, 0},
		{"the middle", thousand, 0.5, 500},
		{"99.9 of a hundred", thousand, 0.999, 999},
		{"all is the largest", thousand, 1, 999},
		{"a single value is every quantile", []time.Duration{7}, 0.01, 7},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quantile(c.sorted, c.q); got != c.want {
				t.Errorf("%d, not %d", got, c.want)
			}
		})
	}
}

func TestASampleOfAMixHasALineForEachPart(t *testing.T) {
	const us = time.Microsecond
	m := sample{seconds: 2, latencies: [][]time.Duration{{1 * us, 3 * us, 5 * us}, {2 * us}}, answered: 400, conflicts: 1,
		used: usage{cpu: 40 * us, postgres: 80 * us, bytes: 4000, objects: 12}}
	got := m.lines(10)
	want := []figures{
		{Requests: 4, Rate: 2, Ratio: 0.2, P50: 3, P99: 5, P999: 5, Max: 5, CPU: 10, PostgresCPU: 20, AllocBytes: 1000, AllocObjects: 3, AnswerBytes: 100, ConflictsShare: 0.2},
		{Requests: 3, Rate: 1.5, Ratio: 0.15, P50: 3, P99: 5, P999: 5, Max: 5},
		{Requests: 1, Rate: 0.5, Ratio: 0.05, P50: 2, P99: 2, P999: 2, Max: 2},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

func TestEachFigureIsTheMedianOfItsOwn(t *testing.T) {
	got := summarize([]figures{{Rate: 1, P99: 30, Ratio: 0.5}, {Rate: 3, P99: 10, Ratio: 0.7}, {Rate: 2, P99: 20, Ratio: 0.9}})
	if want := (figures{Rate: 2, P99: 20, Ratio: 0.7}); got != want {
		t.Errorf("got %v", got)
	}
}

func TestAllocatedIsReadFromFigures(t *testing.T) {
	const both = "# TYPE x counter\ngo_memstats_alloc_bytes_total 1.5e+06\nother{a=\"b c\"} 1\ngo_memstats_mallocs_total 12\n"
	bytes, objects, err := readAllocated(strings.NewReader(both))
	if err != nil || bytes != 1_500_000 || objects != 12 {
		t.Errorf("%v bytes, %v objects, %v", bytes, objects, err)
	}
	if _, _, err := readAllocated(strings.NewReader("go_memstats_mallocs_total 12\n")); err == nil {
		t.Error("a figure that is not there is not noticed")
	}
}

func TestStatOfAProcessWhoseNameHasParentheses(t *testing.T) {
	fields, err := splitStat([]byte("12 (a b) c) S 7 1 1 0 -1 4194560 1 2 3 4 100 50 25 12 20 0 9 0 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if string(fields[statParent]) != "7" {
		t.Errorf("parent %s", fields[statParent])
	}
	used, err := sumTicks(fields, statUser, statSystem, statReapedUser, statReapedSystem)
	if err != nil || used != 1870*time.Millisecond {
		t.Errorf("%v, %v", used, err)
	}
	if _, err := splitStat([]byte("12 (a) S 7\n")); err == nil {
		t.Error("a line that is too short is not noticed")
	}
}
