package grammar

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ddbsql/ddbsql/grammar/ast"
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

// FuzzStatement gives any text of a request's size to the parser of statements. It must not panic; what it accepts must write
// itself as a text of the same tree; an error must have a text.
func FuzzStatement(f *testing.F) {
	for _, c := range statements {
		f.Add(c.text)
	}
	for _, c := range refusedStatements(f) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.RuneCountInString(text) > MaxStatementChars {
			return
		}
		statement, err := ParseStatement(text)
		if err != nil {
			if err.Kind != Statement || err.Error() == "" || strings.Contains(err.Error(), "is not valid") {
				t.Errorf("%q: no text for problem %d", text, err.Problem)
			}
			return
		}
		written := statement.String()
		again, err := ParseStatement(written)
		if err != nil {
			t.Fatalf("%q writes itself as %q: %v", text, written, err)
		}
		_, isUpdate := statement.(*ast.UpdateStatement)
		renumbered := isUpdate && strings.Contains(text, "?") // see ast: FROM ... WHERE ? SET ... = ?
		if again.String() != written || !renumbered && !reflect.DeepEqual(statement, again) {
			t.Fatalf("%q writes itself as %q, which is another tree", text, written)
		}
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
