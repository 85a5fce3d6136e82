package attr

import (
	"reflect"
	"testing"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// Values without blanks are read by a shorter way, which must not show: a blank in front leads past it.
func TestValuesAreReadAlikeWithAndWithoutBlanks(t *testing.T) {
	cases := []struct{ name, in string }{
		{"a string", `{"S":"abc"}`},
		{"a string with escapes", `{"S":"a\n\u0000\u0001é"}`},
		{"a number in any form", `{"N":"01.50e2"}`},
		{"a number out of range", `{"N":"1e999"}`},
		{"a binary", `{"B":"QUJD"}`},
		{"a binary that is none", `{"B":"*"}`},
		{"a map", `{"M":{"a":{"S":"x"},"b":{"M":{}},"a":{"N":"1"}}}`},
		{"a list", `{"L":[{"S":"x"},{"L":[]},{"NULL":true}]}`},
		{"the type twice", `{"S":"a","S":"b"}`},
		{"two types", `{"S":"a","N":"1"}`},
		{"two types, then the first again", `{"N":"1","S":"a","N":"x"}`},
		{"a type and an unknown member", `{"S":"a","X":{"y":[1]}}`},
		{"an unknown member of one letter", `{"X":"a","S":"b"}`},
		{"a type that is null", `{"S":null,"N":"1"}`},
		{"a string of a wrong kind", `{"S":1}`},
		{"a map of a wrong kind", `{"M":"x"}`},
		{"a list of a wrong kind", `{"L":{}}`},
		{"a boolean", `{"BOOL":true}`},
		{"nothing", `{}`},
		{"an end too early", `{"S":"a"`},
		{"a string that does not end", `{"S":"a`},
		{"another end", `{"S":"a"]`},
		{"no comma between members", `{"S":"a""N":"1"}`},
		{"a comma before the end", `{"S":"a",}`},
		{"bytes that are not UTF-8", "{\"S\":\"a\xff\"}"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			short, shortErr := readValue(c.in)
			long, longErr := readValue(" " + c.in)
			if longErr != nil {
				longErr.Offset--
			}
			if !reflect.DeepEqual(short, long) || !reflect.DeepEqual(shortErr, longErr) {
				t.Errorf("read as %+v, error %v; with a blank in front as %+v, error %v", short, shortErr, long, longErr)
			}
		})
	}
}

func readValue(text string) (Value, *wire.Error) {
	var s wire.Scanner
	s.Init([]byte(text))
	v := ScanValue(&s)
	s.Finish()
	return v, s.Err()
}

func FuzzShortForm(f *testing.F) {
	for _, seed := range []string{`{"S":"abc"}`, `{"N":"1","S":"a"}`, `{"M":{"a":{"L":[{"B":"QQ=="}]}}}`, `{"S":null}`, `{"SS":["a","b"]}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		short, shortErr := readValue(text)
		long, longErr := readValue(" " + text)
		if (shortErr == nil) != (longErr == nil) || shortErr != nil && (shortErr.Kind != longErr.Kind || shortErr.Offset != longErr.Offset-1) {
			t.Fatalf("%q fails with %v, with a blank in front with %v", text, shortErr, longErr)
		}
		if !reflect.DeepEqual(short, long) {
			t.Fatalf("%q is read as %+v, with a blank in front as %+v", text, short, long)
		}
	})
}
