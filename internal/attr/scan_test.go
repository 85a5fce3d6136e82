package attr

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/wire"
)

func scanValue(text string) (Value, *wire.Error) {
	var s wire.Scanner
	s.Init([]byte(text))
	v := ScanValue(&s)
	s.Finish()
	return v, s.Err()
}

func scanItem(text string) (Item, *wire.Error) {
	var s wire.Scanner
	s.Init([]byte(text))
	it := ScanItem(&s)
	s.Finish()
	return it, s.Err()
}

// mustScan reads a value that the service takes.
func mustScan(t *testing.T, text string) Value {
	t.Helper()
	v, err := scanValue(text)
	if err != nil || v.Problem != nil {
		t.Fatalf("%s: error %v, problem %v", text, err, v.Problem)
	}
	return v
}

func TestScanValueMakesTheDocument(t *testing.T) {
	cases := []struct {
		name, in, doc string
		size, depth   int
	}{
		{"a string", ` { "S" : "abc" } `, `{"S":"abc"}`, 3, 0},
		{"an empty string", `{"S":""}`, `{"S":""}`, 0, 0},
		{"a string with needless escapes", `{"S":"\u0061\/\u00e4\"\\\n"}`, `{"S":"a/ä\"\\\n"}`, 7, 0},
		{"a string with U+0000 and U+0001", `{"S":"a\u0000b\u0001c\u0002"}`, `{"S":"a\u0001\u0001b\u0001\u0002c\u0002"}`, 6, 0},
		{"a number", `{"N":"+01.50e1"}`, `{"N":"15"}`, 2, 0},
		{"a negative number", `{"N":"-12.340"}`, `{"N":"-12.34"}`, 4, 0},
		{"a binary", `{"B":"QUJD"}`, `{"B":"QUJD"}`, 3, 0},
		{"a binary of one byte with stray bits", `{"B":"YR=="}`, `{"B":"YQ=="}`, 1, 0},
		{"a binary of two bytes with stray bits", `{"B":"QUF="}`, `{"B":"QUE="}`, 2, 0},
		{"an empty binary", `{"B":""}`, `{"B":""}`, 0, 0},
		{"an escaped binary", `{"B":"\/w=="}`, `{"B":"/w=="}`, 1, 0},
		{"a boolean", `{"BOOL":false}`, `{"BOOL":false}`, 1, 0},
		{"a null", `{"NULL":true}`, `{"NULL":true}`, 1, 0},
		{"a string set, sorted by bytes", `{"SS":["b","","a\u0000","ä","a","Z","a\"","a\n"]}`, `{"SS":["","Z","a","a\u0001\u0001","a\n","a\"","b","ä"]}`, 11, 0},
		{"a sorted string set", `{"SS":["a", "b"]}`, `{"SS":["a","b"]}`, 2, 0},
		{"a number set, sorted by value", `{"NS":["10","9","-1","1e2","0.5"]}`, `{"NS":["-1","0.5","9","10","100"]}`, 11, 0},
		{"a binary set, sorted by decoded bytes", `{"BS":["/w==","AA==","","AAA=","+g==","ag=="]}`, `{"BS":["","AA==","AAA=","ag==","+g==","/w=="]}`, 6, 0},
		{"an empty list", `{"L":[]}`, `{"L":[]}`, 3, 1},
		{"a list", `{"L":[{"S":"ab"},{"N":"1"},{"L":[]}]}`, `{"L":[{"S":"ab"},{"N":"1"},{"L":[]}]}`, 3 + 3 + 2 + 2 + 3, 2},
		{"an empty map", `{"M":{}}`, `{"M":{}}`, 3, 1},
		{"a map", `{"M":{"ab":{"S":"c"},"ä":{"M":{"x":{"BOOL":true}}}}}`, `{"M":{"ab":{"S":"c"},"ä":{"M":{"x":{"BOOL":true}}}}}`, 3 + 2 + 2 + 1 + 2 + 3 + 1 + 1 + 1, 2},
		{"a map with a member twice, the last counts", `{"M":{"a":{"S":"long"},"b":{"N":"1"},"a":{"S":"x"}}}`, `{"M":{"b":{"N":"1"},"a":{"S":"x"}}}`, 3 + 4 + 3, 1},
		{"a replaced member that could not be stored", `{"M":{"a":{"N":"x"},"a":{"S":"x"}}}`, `{"M":{"a":{"S":"x"}}}`, 6, 1},
		{"the same member three times", `{"M":{"a":{"S":"1"},"a":{"S":"2"},"\u0061":{"S":"3"},"b":{"S":"4"}}}`, `{"M":{"a":{"S":"3"},"b":{"S":"4"}}}`, 3 + 6, 1},
		{"an unknown member beside a known one", `{"dog":[{}],"S":"a"}`, `{"S":"a"}`, 1, 0},
		{"a null member beside another one", `{"N":null,"S":"a","L":null}`, `{"S":"a"}`, 1, 0},
		{"the same type twice, the last counts", `{"S":"a","S":"bc"}`, `{"S":"bc"}`, 2, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := mustScan(t, c.in)
			if string(v.Doc) != c.doc || v.Size != c.size || v.Depth != c.depth || v.OldLayer {
				t.Errorf("got %s, size %d, depth %d, old layer %v\nwant %s, size %d, depth %d", v.Doc, v.Size, v.Depth, v.OldLayer, c.doc, c.size, c.depth)
			}
			stored, err := ParseValue([]byte(strings.ReplaceAll(c.doc, ":", " : ")))
			if err != nil || string(stored.Doc) != c.doc || stored.Size != c.size || stored.Depth != c.depth || stored.Type != v.Type {
				t.Errorf("read back: %s, size %d, depth %d, %v", stored.Doc, stored.Size, stored.Depth, err)
			}
		})
	}
}

func TestScanValueReportsProblems(t *testing.T) {
	cases := []struct {
		name, in string
		want     Problem
	}{
		{"no member", `{}`, Problem{Code: ProblemNoType, Message: msgNoType}},
		{"null", `null`, Problem{Code: ProblemNoType, Message: msgNoType}},
		{"an unknown member only", `{"dog":3}`, Problem{Code: ProblemNoType, Message: msgNoType}},
		{"a null member only", `{"S":null}`, Problem{Code: ProblemNoType, Message: msgNoType}},
		{"two members", `{"S":"a","N":"1"}`, Problem{Code: ProblemManyTypes, Message: msgManyTypes, OldLayer: true}},
		{"two members, the second unreadable", `{"S":"a","N":"x"}`, Problem{Code: ProblemNumber, Message: msgNotNumber + "x", OldLayer: true}},
		{"an unreadable number before an empty set", `{"N":"x","SS":[]}`, Problem{Code: ProblemEmptySet, Message: emptySetTexts[SS], OldLayer: true}},
		{"a false NULL before an unreadable number", `{"NULL":false,"N":"x"}`, Problem{Code: ProblemNumber, Message: msgNotNumber + "x", OldLayer: true}},
		{"a false NULL beside a string", `{"S":"x","NULL":false}`, Problem{Code: ProblemNullFalse, Message: msgNullFalse, OldLayer: true}},
		{"a false NULL", `{"NULL":false}`, Problem{Code: ProblemNullFalse, Message: msgNullFalse}},
		{"a false NULL as a string", `{"NULL":"No"}`, Problem{Code: ProblemNullFalse, Message: msgNullFalse, OldLayer: true}},
		{"a false NULL beside a boolean string", `{"L":[{"BOOL":"t"},{"NULL":false}]}`, Problem{Code: ProblemNullFalse, Message: msgNullFalse, OldLayer: true}},
		{"an unreadable number", `{"N":"abc"}`, Problem{Code: ProblemNumber, Message: "The parameter cannot be converted to a numeric value: abc"}},
		{"a number too large inside of a list", `{"L":[{"S":"x"},{"N":"1e126"}]}`, Problem{Code: ProblemNumber, Message: msgOverflow}},
		{"an empty string set", `{"SS":[]}`, Problem{Code: ProblemEmptySet, Message: "One or more parameter values were invalid: An string set  may not be empty"}},
		{"an empty number set", `{"NS":[]}`, Problem{Code: ProblemEmptySet, Message: "One or more parameter values were invalid: An number set  may not be empty"}},
		{"an empty binary set", `{"BS":[]}`, Problem{Code: ProblemEmptySet, Message: "One or more parameter values were invalid: Binary sets should not be empty"}},
		{"a null in a string set", `{"SS":["a",null]}`, Problem{Code: ProblemNullMember, Message: nullMemberTexts[SS]}},
		{"a string twice", `{"SS":["b","a","b"]}`, Problem{
			Code:    ProblemDuplicate,
			Message: `One or more parameter values were invalid: Input collection ["b", "a", "b"] contains duplicates.`,
			Older:   `One or more parameter values were invalid: Input collection [b, a, b] contains duplicates.`,
		}},
		{"a binary twice", `{"BS":["Yg==","Yg=="]}`, Problem{
			Code:    ProblemDuplicate,
			Message: `One or more parameter values were invalid: Input collection ["Yg==", "Yg=="]of type BS contains duplicates.`,
			Older:   `One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS contains duplicates.`,
		}},
		{"a number twice in two forms", `{"NS":["1","2","1.0"]}`, Problem{Code: ProblemDuplicate, Message: "Input collection contains duplicates"}},
		{"an unreadable number in a set", `{"NS":["1","1","x"]}`, Problem{Code: ProblemNumber, Message: msgNotNumber + "x"}},
		{"an empty member name", `{"M":{"":{"S":"a"}}}`, Problem{Code: ProblemEmptyName, Message: "Empty attribute name"}},
		{"an empty member name deep inside", `{"L":[{"M":{"a":{"M":{"":{"S":"a"}}}}}]}`, Problem{Code: ProblemEmptyName, Message: msgEmptyName}},
		{"a member name too long", `{"M":{"` + strings.Repeat("n", 65536) + `":{"S":"a"}}}`, Problem{Code: ProblemNameTooLong, Message: msgNameTooLong}},
		{"the first of two problems", `{"M":{"a":{"SS":[]},"b":{"N":"x"}}}`, Problem{Code: ProblemEmptySet, Message: emptySetTexts[SS]}},
		{"a null element", `{"L":[null]}`, Problem{Code: ProblemNoType, Message: msgNoType}},
		{"33 levels", nested(33), Problem{Code: ProblemNesting, Message: msgNesting}},
		{"62 levels", nested(62), Problem{Code: ProblemNesting, Message: msgNesting}},
		{"63 levels, which the older layer reads", nested(63), Problem{Code: ProblemNesting, Message: msgNesting, OldLayer: true}},
		{"1900 levels of maps with a member twice", strings.Repeat(`{"M":{"a":{"S":"x"},"a":`, 1900) + `{"S":""}` + strings.Repeat(`}}`, 1900), Problem{Code: ProblemNesting, Message: msgNesting, OldLayer: true}},
		{"1900 levels", nested(1900), Problem{Code: ProblemNesting, Message: msgNesting, OldLayer: true}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, err := scanValue(c.in)
			if err != nil || v.Problem == nil || *v.Problem != c.want {
				t.Errorf("got %+v, error %v; want %+v", v.Problem, err, c.want)
			}
		})
	}
}

// nested is a value of that many lists inside of each other.
func nested(levels int) string {
	return strings.Repeat(`{"L":[`, levels) + `{"S":"x"}` + strings.Repeat(`]}`, levels)
}

func TestNestingIsCounted(t *testing.T) {
	if v := mustScan(t, nested(32)); v.Depth != 32 {
		t.Errorf("depth %d", v.Depth)
	}
	if v, err := scanValue(nested(63)); err != nil || v.Depth != 63 {
		t.Errorf("depth %d, error %v", v.Depth, err)
	}
	if v := mustScan(t, `{"M":{"a":`+strings.Repeat(`{"M":{"b":{"S":"y"},"b":`, 40)+`{"S":""}`+strings.Repeat("}}", 40)+`,"a":{"S":"x"}}}`); string(v.Doc) != `{"M":{"a":{"S":"x"}}}` {
		t.Errorf("a deep member that another replaces leaves %s", v.Doc)
	}
	if it, _ := scanItem(`{"a":` + nested(31) + `}`); it.Problem != nil {
		t.Error(it.Problem.Message)
	}
	if it, _ := scanItem(`{"a":` + nested(32) + `}`); it.Problem == nil || it.Problem.Code != ProblemNesting {
		t.Errorf("an item with 32 levels inside has problem %v", it.Problem)
	}
}

func TestScanValueFailsTheScanner(t *testing.T) {
	cases := []struct {
		name, in  string
		kind      wire.ErrorKind
		want, got wire.Kind
	}{
		{"a value that is no object", `"a"`, wire.Type, wire.Object, wire.String},
		{"a number without quotes", `{"N":3}`, wire.Type, wire.String, wire.Number},
		{"a decimal number for a string", `{"S":3.5}`, wire.Type, wire.String, wire.Decimal},
		{"a list for a map", `{"M":[]}`, wire.Type, wire.Object, wire.Array},
		{"a map for a list", `{"L":{}}`, wire.Type, wire.Array, wire.Object},
		{"a string for a set", `{"SS":"a"}`, wire.Type, wire.Array, wire.String},
		{"a number in a string set", `{"SS":["a",1]}`, wire.Type, wire.String, wire.Number},
		{"a number for a binary", `{"B":3}`, wire.Type, wire.Base64, wire.Number},
		{"base64 without padding", `{"B":"YQ"}`, wire.Type, wire.Base64, wire.String},
		{"base64 with too much padding", `{"B":"Y==="}`, wire.Type, wire.Base64, wire.String},
		{"base64 with padding inside", `{"B":"YQ==YQ=="}`, wire.Type, wire.Base64, wire.String},
		{"base64 with a line break", `{"B":"YWJj\n\n\n\n"}`, wire.Type, wire.Base64, wire.String},
		{"base64 of the other alphabet", `{"B":"_-8="}`, wire.Type, wire.Base64, wire.String},
		{"bad base64 in a set", `{"BS":["YQ==","a"]}`, wire.Type, wire.Base64, wire.String},
		{"a word for a boolean", `{"BOOL":"maybe"}`, wire.Type, wire.Bool, wire.String},
		{"a number for a boolean", `{"BOOL":1}`, wire.Type, wire.Bool, wire.Number},
		{"a decimal number for a boolean", `{"NULL":1e0}`, wire.Type, wire.Bool, wire.Decimal},
		{"a list for a boolean", `{"NULL":[]}`, wire.Type, wire.Bool, wire.Array},
		{"broken JSON behind a problem", `{"L":[{"N":"x"},`, wire.Syntax, wire.Object, wire.End},
		{"200000 levels", nested(200000), wire.TooDeep, wire.Object, wire.Object},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := scanValue(c.in)
			if err == nil || err.Kind != c.kind || err.Want != c.want || err.Got != c.got {
				t.Errorf("got %+v", err)
			}
		})
	}
}

func TestBooleanStringsAreReadByTheOlderLayer(t *testing.T) {
	for in, want := range map[string]string{"true": "true", "T": "true", "Yes": "true", "y": "true", "1": "true", "FALSE": "false", "f": "false", "no": "false", "N": "false", "0": "false"} {
		v := mustScan(t, `{"BOOL":"`+in+`"}`)
		if v.Text() != want || !v.OldLayer {
			t.Errorf("%q is %s, old layer %v", in, v.Text(), v.OldLayer)
		}
	}
	if v := mustScan(t, `{"NULL":"yes"}`); string(v.Doc) != `{"NULL":true}` || !v.OldLayer {
		t.Errorf("got %s, old layer %v", v.Doc, v.OldLayer)
	}
}
