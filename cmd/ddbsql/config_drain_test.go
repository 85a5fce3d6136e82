package main

import "testing"

func TestAGraceOfLessThanNothing(t *testing.T) {
	r := run{args: []string{"check", "--drain", "-1s"}}
	if err := r.execute(t); !errorHas(err, "--drain is -1s, cannot be negative") {
		t.Errorf("got %v", err)
	}
}
