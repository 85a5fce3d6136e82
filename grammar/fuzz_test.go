package grammar

import (
	"reflect"
	"strings"
	"testing"
)

// FuzzParse gives any text to all three parsers. None may panic; what one accepts must write itself as a text of the same
// tree and the same placeholders; an error must have a message.
func FuzzParse(f *testing.F) {
	for _, cases := range [][]canonical{conditions, updates, projections} {
		for _, c := range cases {
			f.Add(c.text)
		}
	}
	for _, cases := range [][]refused{refusedConditions, refusedUpdates, refusedProjections} {
		for _, c := range cases {
			f.Add(c.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		roundTrip(t, text, func(s string) (*Parsed[stringer], *Error) { return widen(ParseCondition(Filter, s)) })
		roundTrip(t, text, func(s string) (*Parsed[stringer], *Error) { return widen(ParseUpdate(s)) })
		roundTrip(t, text, func(s string) (*Parsed[stringer], *Error) { return widen(ParseProjection(s)) })
	})
}

type stringer interface{ String() string }

func widen[T stringer](p *Parsed[T], err *Error) (*Parsed[stringer], *Error) {
	if err != nil {
		return nil, err
	}
	return &Parsed[stringer]{AST: p.AST, Names: p.Names, Values: p.Values}, nil
}

func roundTrip(t *testing.T, text string, parse func(string) (*Parsed[stringer], *Error)) {
	parsed, err := parse(text)
	if err != nil {
		if err.Message() == "" || strings.Contains(err.Message(), "is not valid") {
			t.Errorf("%q: no message for problem %d", text, err.Problem)
		}
		return
	}
	written := parsed.AST.String()
	if len(written) > MaxBytes { // blanks that the text did without
		return
	}
	again, err := parse(written)
	if err != nil {
		t.Fatalf("%q writes itself as %q: %v", text, written, err)
	}
	if !reflect.DeepEqual(parsed, again) {
		t.Fatalf("%q writes itself as %q, which is another tree", text, written)
	}
}
