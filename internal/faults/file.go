package faults

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
)

// Parse reads rules in JSON: one rule, or {"Rules": [...]}. What members they have must be known.
func Parse(text []byte) ([]Rule, error) {
	var in struct {
		Rule
		Rules []Rule
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return nil, fmt.Errorf("rules cannot be read: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("rules cannot be read: something follows them")
	}
	switch one := !reflect.ValueOf(in.Rule).IsZero(); {
	case one && in.Rules != nil:
		return nil, errors.New("rules are given by Rules, or one by its own members, not both")
	case in.Rules != nil:
		return in.Rules, nil
	}
	return []Rule{in.Rule}, nil
}

// AddFile adds the rules of a file, in the form that Parse reads.
func (rs *Rules) AddFile(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rules, err := Parse(text)
	if err == nil {
		_, err = rs.Add(rules...)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
