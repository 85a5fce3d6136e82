package metrics

import (
	"slices"
	"sync"
)

// Looks are gauges of things that come and go. Each is asked for its figures when they are written; figures of one name are added up.
type Looks struct {
	mu    sync.Mutex
	looks []*look // in the order in which they came
}

type look func(show func(name, help string, value float64))

// Looks adds gauges that nobody shows yet.
func (r *Registry) Looks() *Looks {
	l := new(Looks)
	r.add(l)
	return l
}

// Add adds something that shows its figures until forget has returned.
func (l *Looks) Add(show look) (forget func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.looks = append(l.looks, &show)
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.looks = slices.DeleteFunc(l.looks, func(other *look) bool { return other == &show })
	}
}

// appendTo writes the gauges in the order in which they were first shown.
func (l *Looks) appendTo(dst []byte) []byte {
	type total struct {
		name, help string
		value      float64
	}
	var totals []total
	l.mu.Lock()
	for _, show := range l.looks {
		(*show)(func(name, help string, value float64) {
			for i := range totals {
				if totals[i].name == name {
					totals[i].value += value
					return
				}
			}
			totals = append(totals, total{name, help, value})
		})
	}
	l.mu.Unlock()
	for _, t := range totals {
		dst = appendFigure(dst, t.name, t.help, "gauge", t.value)
	}
	return dst
}
