package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
)

// serviceFile is what is read of one service-2.json.
type serviceFile struct {
	Metadata   struct{ TargetPrefix string }
	Operations map[string]struct {
		Input, Output *ref
	}
	Shapes map[string]*shape
}

type ref struct{ Shape string }

// shape is one named type of the model.
type shape struct {
	name string

	Type     string
	Required []string
	Members  members
	Member   *ref // of a list
	Key      *ref // of a map
	Value    *ref // of a map
	Enum     []string
	Pattern  string
	Min, Max *int64

	inInput, inOutput bool // an input (output) of an operation reaches it
	echoed            bool // a violated constraint may print it
	group             int
}

// member is one member of a structure, in the model's order.
type member struct {
	Name  string
	Shape string
}

type members []member

// UnmarshalJSON keeps the order of the members, which a map would lose: it is the order members are checked in.
func (m *members) UnmarshalJSON(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var r ref
		if err := d.Decode(&r); err != nil {
			return err
		}
		*m = append(*m, member{Name: name.(string), Shape: r.Shape})
	}
	return nil
}

// operation is one operation of the model.
type operation struct {
	name, prefix  string
	input, output string // output is empty when the operation answers an empty body
}

type model struct {
	shapes     map[string]*shape
	operations []operation
}

func (m *model) add(f *serviceFile) {
	for name, s := range f.Shapes {
		s.name = name
		m.shapes[name] = s // the shapes that both services know are the same
	}
	for name, o := range f.Operations {
		op := operation{name: name, prefix: f.Metadata.TargetPrefix, input: o.Input.Shape}
		if o.Output != nil {
			op.output = o.Output.Shape
		}
		m.operations = append(m.operations, op)
	}
}

// finish sorts the operations and marks what each of them reaches.
func (m *model) finish() {
	sort.Slice(m.operations, func(i, j int) bool { return m.operations[i].name < m.operations[j].name })
	for _, s := range m.shapes {
		s.group = len(groupNames)
	}
	for _, op := range m.operations {
		g := groupOf(op.name)
		m.reach(op.input, g, func(s *shape) *bool { return &s.inInput })
		if op.output != "" {
			m.reach(op.output, g, func(s *shape) *bool { return &s.inOutput })
		}
	}
	for _, s := range m.shapes {
		if s.inInput && s.bounded() && (s.Type == "list" || s.Type == "map") {
			m.markEchoed(s)
		}
	}
}

// reach marks a shape and all it holds, and moves them to the earliest group that reaches them.
func (m *model) reach(name string, group int, mark func(*shape) *bool) {
	s := m.shape(name)
	if *mark(s) && s.group <= group {
		return
	}
	*mark(s) = true
	s.group = min(s.group, group)
	if name == "AttributeValue" {
		return
	}
	for _, child := range s.children() {
		m.reach(child, group, mark)
	}
}

func (m *model) markEchoed(s *shape) {
	if s.echoed {
		return
	}
	s.echoed = true
	for _, child := range s.children() {
		m.markEchoed(m.shape(child))
	}
}

func (s *shape) children() []string {
	var names []string
	for _, x := range s.Members {
		names = append(names, x.Shape)
	}
	for _, r := range []*ref{s.Member, s.Key, s.Value} {
		if r != nil {
			names = append(names, r.Shape)
		}
	}
	return names
}

func (m *model) shape(name string) *shape {
	s := m.shapes[name]
	if s == nil {
		panic(fmt.Sprintf("the model has no shape %q", name))
	}
	return s
}

// bounded says whether the shape has a length, a range or a pattern.
func (s *shape) bounded() bool { return s.Min != nil || s.Max != nil || s.Pattern != "" }

func (s *shape) requires(name string) bool {
	for _, r := range s.Required {
		if r == name {
			return true
		}
	}
	return false
}
