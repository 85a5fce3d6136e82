package main

import (
	"fmt"
	"sort"
	"strings"
)

// rulesFile writes the limits and enumerations that inputs are checked by, as data.
func (m *model) rulesFile() *printer {
	var names []string
	for name, s := range m.shapes {
		if s.inInput && (len(s.Enum) > 0 || s.bounded()) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	p := newPrinter()
	p.p("// Enumerations of the model.\nvar (")
	for _, name := range names {
		if e := m.shape(name).Enum; len(e) > 0 {
			p.p("enum%s = &enumeration{name: %q, values: []string{%s}}", name, name, quoted(e))
		}
	}
	p.p(")\n\n// Lengths, ranges and patterns of the model.\nvar (")
	for _, name := range names {
		if s := m.shape(name); s.bounded() && m.limitUsed(s) {
			p.p("limit%s = %s", name, limitLiteral(s))
		}
	}
	p.p(")")
	return p
}

// limitUsed says whether a generated check names the shape's limit: patterns of enumerations and of items' names are
// checked elsewhere.
func (m *model) limitUsed(s *shape) bool { return len(s.Enum) == 0 && !m.isItem(s) }

func limitLiteral(s *shape) string {
	var parts []string
	if s.Min != nil {
		parts = append(parts, fmt.Sprintf("min: %d, hasMin: true", *s.Min))
	}
	if s.Max != nil {
		parts = append(parts, fmt.Sprintf("max: %d, hasMax: true", *s.Max))
	}
	if s.Pattern != "" {
		parts = append(parts, fmt.Sprintf("pattern: %q", s.Pattern))
	}
	return "limit{" + strings.Join(parts, ", ") + "}"
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(out, ", ")
}

// operationsFile writes the list of the model's operations.
func (m *model) operationsFile() *printer {
	p := newPrinter()
	p.p("// modelOperations are the operations of the service's model.\nvar modelOperations = []Operation{")
	for _, op := range m.operations {
		p.p("{Name: %q, Prefix: %q},", op.name, op.prefix)
	}
	p.p("}")
	return p
}

// inputsFile writes the inputs of all operations, for tests: the program has those of operations that it serves.
func (m *model) inputsFile() *printer {
	p := newPrinter()
	p.p("// modelInputs make the inputs of the model's operations.\nvar modelInputs = map[string]func() Input{")
	for _, op := range m.operations {
		p.p("%q: func() Input { return new(%s) },", op.name, op.input)
	}
	p.p("}")
	return p
}
