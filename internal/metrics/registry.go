// Package metrics counts and times, and writes the figures in Prometheus' text format. It is as much of a client of Prometheus as one
// process with a handful of figures needs: the official one brings Protocol Buffers with it, a tenth of the program
// (docs/adr/0017-figures-and-size.md).
//
// https://prometheus.io/docs/instrumenting/exposition_formats/ is the format.
package metrics

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Registry holds the figures of one process. The zero value is empty and ready.
type Registry struct {
	mu       sync.Mutex
	families []family
}

// family is a figure of one name, with a series for each combination of its labels' values.
type family interface {
	appendTo(dst []byte) []byte
}

func (r *Registry) add(f family) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.families = append(r.families, f)
}

// AppendTo writes all figures behind dst, families in the order they were made.
func (r *Registry) AppendTo(dst []byte) []byte {
	r.mu.Lock()
	families := slices.Clone(r.families)
	r.mu.Unlock()
	for _, f := range families {
		dst = f.appendTo(dst)
	}
	return dst
}

// ServeHTTP answers with all figures.
func (r *Registry) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	w.Write(r.AppendTo(nil)) // an error is the client's: it has gone
}

// Gauge adds a figure without labels that is asked for when it is written.
func (r *Registry) Gauge(name, help string, value func() float64) {
	r.add(gauge{heading: heading{name, help, "gauge"}, value: value})
}

type gauge struct {
	heading
	value func() float64
}

func (g gauge) appendTo(dst []byte) []byte {
	return appendSample(g.heading.appendTo(dst), g.name, "", g.value())
}

// heading is what is written before the series of a family.
type heading struct{ name, help, kind string }

func (h heading) appendTo(dst []byte) []byte {
	return append(dst, "# HELP "+h.name+" "+h.help+"\n# TYPE "+h.name+" "+h.kind+"\n"...)
}

// appendSample writes one line; labels are in braces or empty.
func appendSample(dst []byte, name, labels string, value float64) []byte {
	dst = append(append(append(dst, name...), labels...), ' ')
	return append(strconv.AppendFloat(dst, value, 'g', -1, 64), '\n')
}

var escapeLabel = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

// labelPairs are labels without the braces, in the order of names.
func labelPairs(names, values []string) string {
	pairs := make([]string, len(names))
	for i, name := range names {
		pairs[i] = name + `="` + escapeLabel.Replace(values[i]) + `"`
	}
	return strings.Join(pairs, ",")
}
