package faults

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// compile makes a rule ready for requests, or says why it cannot be one.
func compile(r Rule) (*active, error) {
	for _, check := range []func(*Rule) error{checkFault, checkMoment, checkKey} {
		if err := check(&r); err != nil {
			return nil, err
		}
	}
	operations, err := r.operations()
	if err != nil {
		return nil, err
	}
	a := &active{Rule: r, operations: map[string]bool{}}
	for _, op := range operations {
		a.operations[op] = true
	}
	return a, nil
}

// checkFault looks at what the rule does.
func checkFault(r *Rule) error {
	kinds := 0
	for _, given := range []bool{r.Error != "", r.Drop, r.Unprocessed != 0, r.PageSize != 0} {
		if given {
			kinds++
		}
	}
	switch {
	case kinds > 1:
		return errors.New("a rule has one of Error, Drop, Unprocessed and PageSize, not several")
	case kinds == 0 && r.Latency == 0:
		return errors.New("a rule needs a fault: Error, Drop, Unprocessed, PageSize or Latency")
	case r.Error != "" && errorNamed(r.Error) == nil:
		return fmt.Errorf("a rule's Error is %q, must be one of %s", r.Error, errorNames())
	case r.Message != "" && r.Error == "":
		return errors.New("a rule's Message needs an Error")
	case r.Latency < 0:
		return fmt.Errorf("a rule's Latency is %s, cannot be negative", r.Latency)
	case r.Unprocessed < All:
		return fmt.Errorf("a rule's Unprocessed is %d, must be positive", r.Unprocessed)
	case r.PageSize < 0:
		return fmt.Errorf("a rule's PageSize is %d, must be positive", r.PageSize)
	case r.After && (r.Unprocessed != 0 || r.PageSize != 0):
		return errors.New("a rule's After is for Error, Drop and Latency")
	}
	return nil
}

// checkMoment looks at when the rule does it.
func checkMoment(r *Rule) error {
	chosen := 0
	for _, n := range []struct {
		name  string
		value int64
		alone bool
	}{{"Nth", r.Nth, true}, {"Every", r.Every, true}, {"First", r.First, true}, {"Times", r.Times, false}} {
		if n.value < 0 {
			return fmt.Errorf("a rule's %s is %d, must be positive", n.name, n.value)
		}
		if n.alone && n.value > 0 {
			chosen++
		}
	}
	switch {
	case chosen > 1:
		return errors.New("a rule has one of Nth, Every and First, not several")
	case !(r.Probability >= 0 && r.Probability <= 1): // NaN is neither
		return fmt.Errorf("a rule's Probability is %v, must be from 0 to 1", r.Probability)
	case r.Seed != 0 && r.Probability == 0:
		return errors.New("a rule's Seed needs a Probability")
	}
	return nil
}

// maxPattern bounds a rule's Table, in characters.
const maxPattern = 255

var tableForm = regexp.MustCompile(`^[a-zA-Z0-9_.*-]*$`)

func checkKey(r *Rule) error {
	if len(r.Table) > maxPattern || !tableForm.MatchString(r.Table) {
		return fmt.Errorf("a rule's Table is %q, must be the name of a table, in which an asterisk stands for any characters", r.Table)
	}
	for name, p := range r.Key {
		if err := p.check(); err != nil || name == "" {
			return fmt.Errorf("a rule's Key %q: %w", name, errKeyPattern)
		}
	}
	return nil
}

// operations are those that the rule is for: those of its names that its fault can happen to. A name that leaves none is refused.
func (r *Rule) operations() ([]string, error) {
	possible, what := r.possible()
	if len(r.Operations) == 0 {
		return possible, nil
	}
	all := served()
	var chosen []string
	for _, pattern := range r.Operations {
		named := matching(pattern, all)
		if len(named) == 0 {
			return nil, fmt.Errorf("a rule's Operations: no operation is named %q", pattern)
		}
		named = matching(pattern, possible)
		if len(named) == 0 {
			return nil, fmt.Errorf("a rule's Operations: %s happens to %s only, not to %s", what, strings.Join(possible, ", "), pattern)
		}
		chosen = append(chosen, named...)
	}
	return chosen, nil
}

// possible are the operations that the rule's fault can happen to, and what it is called that happens to these only.
func (r *Rule) possible() (operations []string, what string) {
	operations = served()
	switch {
	case r.Unprocessed != 0:
		operations, what = batches, "Unprocessed"
	case r.PageSize != 0:
		operations, what = paged, "PageSize"
	case r.Error != "" && errorNamed(r.Error).of != nil:
		operations, what = errorNamed(r.Error).of, r.Error
	}
	if len(r.Key) == 0 {
		return operations, what
	}
	keyed := slices.DeleteFunc(slices.Clone(operations), func(op string) bool { return !slices.Contains(withKeys, op) })
	return keyed, strings.TrimPrefix(what+" with a Key", " with ")
}

func matching(pattern string, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !matches(pattern, name) })
}
