package metrics

import (
	"slices"
	"strings"
	"sync"
)

// vector is a family whose series are made when they are first asked for.
type vector[S series] struct {
	heading
	labels []string
	make   func() S

	mu     sync.RWMutex
	series map[string]S // by its labels, as they are written
}

// series writes its samples; pairs are its labels without braces.
type series interface {
	appendTo(dst []byte, name, pairs string) []byte
}

func newVector[S series](r *Registry, h heading, labels []string, make func() S) *vector[S] {
	v := &vector[S]{heading: h, labels: labels, make: make, series: map[string]S{}}
	r.add(v)
	return v
}

// With gives the series with these values, one for each label in their order. Who counts often keeps it.
func (v *vector[S]) With(values ...string) S {
	pairs := labelPairs(v.labels, values)
	v.mu.RLock()
	s, known := v.series[pairs]
	v.mu.RUnlock()
	if known {
		return s
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if s, known = v.series[pairs]; !known {
		s = v.make()
		v.series[pairs] = s
	}
	return s
}

// appendTo writes the series in the order of their labels; a family without any is left out.
func (v *vector[S]) appendTo(dst []byte) []byte {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if len(v.series) == 0 {
		return dst
	}
	order := make([]string, 0, len(v.series))
	for pairs := range v.series {
		order = append(order, pairs)
	}
	slices.SortFunc(order, strings.Compare)
	dst = v.heading.appendTo(dst)
	for _, pairs := range order {
		dst = v.series[pairs].appendTo(dst, v.name, pairs)
	}
	return dst
}
