package wire

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// echo reads a text with every method of the scanner and writes what it read.
func echo(s *Scanner, dst []byte) []byte {
	switch s.Kind() {
	case Object:
		dst = append(dst, '{')
		s.EnterObject()
		for n := 0; ; n++ {
			key, ok := s.NextKey()
			if !ok {
				return append(dst, '}')
			}
			if n > 0 {
				dst = append(dst, ',')
			}
			dst = AppendStringBytes(dst, key)
			dst = append(dst, ':')
			dst = echo(s, dst)
		}
	case Array:
		dst = append(dst, '[')
		s.EnterArray()
		for n := 0; s.NextElem(); n++ {
			if n > 0 {
				dst = append(dst, ',')
			}
			dst = echo(s, dst)
		}
		return append(dst, ']')
	case String:
		return AppendString(dst, s.String())
	case Number:
		return append(dst, s.Number()...)
	case Bool:
		return AppendBool(dst, s.Bool())
	default:
		s.Null()
		return append(dst, "null"...)
	}
}

func TestScannerReads(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"blanks between all tokens", " {\n\"a\" :\t[ 1 , true ,\r\nnull ] , \"b\" : { } } ", `{"a":[1,true,null],"b":{}}`},
		{"an empty array inside of an array", `[[],[[]],{}]`, `[[],[[]],{}]`},
		{"all short escapes", `"\"\\\/\b\f\n\r\t"`, `"\"\\/\b\f\n\r\t"`},
		{"control characters by number", `"\u0000\u001F\u007f"`, "\"\\u0000\\u001f\x7f\""},
		{"a pair of surrogates", `"\ud83d\uDE00"`, `"😀"`},
		{"a high surrogate alone", `"a\ud83d"`, `"a?"`},
		{"a high surrogate before another character", `"\ud83dA\ud83d\u0041"`, `"?A?A"`},
		{"two high surrogates, the second with its low one", `"\ud83d\ud83d\ude00"`, `"?😀"`},
		{"a low surrogate alone", `"\ude00x"`, `"?x"`},
		{"an escape beyond eight plain bytes", `"0123456789abcdef\n0123456789"`, `"0123456789abcdef\n0123456789"`},
		{"characters outside ASCII", `"äöü€😀 \u00e4"`, `"äöü€😀 ä"`},
		{"an escaped member name", `{"\u0061":1}`, `{"a":1}`},
		{"numbers of every form", `[0,-0,10,1.5,-0.25,1e5,1E+5,1.0e-5]`, `[0,-0,10,1.5,-0.25,1e5,1E+5,1.0e-5]`},
	}
	var s Scanner
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s.Init([]byte(c.in))
			got := echo(&s, nil)
			s.Finish()
			if s.Err() != nil || string(got) != c.want {
				t.Errorf("got %s, error %v; want %s", got, s.Err(), c.want)
			}
		})
	}
}

func TestScannerRefuses(t *testing.T) {
	cases := []struct {
		name, in string
		kind     ErrorKind
		offset   int
	}{
		{"nothing", "", Syntax, 0},
		{"blanks only", "  ", Syntax, 2},
		{"an open object", "{", Syntax, 1},
		{"a name without quotes", "{a:1}", Syntax, 1},
		{"a name without colon", `{"a" 1}`, Syntax, 5},
		{"a comma before the first member", `{,"a":1}`, Syntax, 1},
		{"a comma after the last member", `{"a":1,}`, Syntax, 7},
		{"a comma after the last element", `[1,]`, Syntax, 3},
		{"a comma before the first element", `[,1]`, Syntax, 1},
		{"no comma between elements", `[1 2]`, Syntax, 3},
		{"the wrong end", `[1}`, Syntax, 2},
		{"text after the value", `{} x`, Syntax, 3},
		{"an open string", `"abc`, Syntax, 0},
		{"a control character in a string", "\"a\nb\"", Syntax, 0},
		{"an unknown escape", `"\x"`, Syntax, 0},
		{"a short unicode escape", `"\u12"`, Syntax, 0},
		{"bytes that are not UTF-8", "\"a\xff\"", Syntax, 0},
		{"half a character before an escape", "\"\xc3\\n\"", Syntax, 0},
		{"an encoded surrogate", "\"\xed\xa0\x80\"", Syntax, 0},
		{"a leading zero", "01", Syntax, 0},
		{"a point without digits", "1.", Syntax, 0},
		{"an exponent without digits", "1e+", Syntax, 0},
		{"a plus sign", "+1", Syntax, 0},
		{"a misspelt literal", "trux", Syntax, 0},
		{"half a literal", "nul", Syntax, 0},
		{"a zero byte", "\x00", Syntax, 0},
		{"more nesting than allowed", strings.Repeat("[", DefaultMaxDepth+1), TooDeep, DefaultMaxDepth},
		{"absurd nesting", strings.Repeat(`{"a":`, 1<<20), TooDeep, 5 * DefaultMaxDepth},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var s Scanner
			s.Init([]byte(c.in))
			s.Skip()
			s.Finish()
			if err := s.Err(); err == nil || err.Kind != c.kind || err.Offset != c.offset {
				t.Errorf("got %v, want kind %d at %d", err, c.kind, c.offset)
			}
			if s.Kind() != End || s.NextElem() || s.String() != "" {
				t.Error("the scanner reads on after its first error")
			}
		})
	}
}

func TestScannerTellsWhichKindItMet(t *testing.T) {
	cases := []struct {
		name, in string
		read     func(*Scanner)
		want     Error
	}{
		{"a whole number for a string", " 3", func(s *Scanner) { s.StringBytes() }, Error{Type, 1, String, Number}},
		{"a decimal number for a string", "3.5", func(s *Scanner) { s.StringBytes() }, Error{Type, 0, String, Decimal}},
		{"an exponent for a boolean", "1e3", func(s *Scanner) { s.Bool() }, Error{Type, 0, Bool, Decimal}},
		{"an array for an object", "[]", func(s *Scanner) { s.EnterObject() }, Error{Type, 0, Object, Array}},
		{"null for an array", "null", func(s *Scanner) { s.EnterArray() }, Error{Type, 0, Array, Null}},
		{"false for null", "false", func(s *Scanner) { s.Null() }, Error{Type, 0, Null, Bool}},
		{"a string for a number", `"1"`, func(s *Scanner) { s.Number() }, Error{Type, 0, Number, String}},
		{"a broken number for a string", "1.", func(s *Scanner) { s.StringBytes() }, Error{Syntax, 0, String, Number}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var s Scanner
			s.Init([]byte(c.in))
			c.read(&s)
			if s.Err() == nil || *s.Err() != c.want {
				t.Errorf("got %v, want %v", s.Err(), &c.want)
			}
		})
	}
}

func TestPlainTellsWhetherAStringHadEscapes(t *testing.T) {
	var s Scanner
	for in, want := range map[string]bool{`"abc"`: true, `""`: true, `"ä"`: true, `"a\nb"`: false, `"\u0061"`: false} {
		s.Init([]byte(in))
		if s.StringBytes(); s.Plain() != want {
			t.Errorf("Plain after %s is %v", in, !want)
		}
	}
}

func TestPeekShortFindsMembersOfOneLetterWithoutBlanks(t *testing.T) {
	cases := []struct {
		name, in   string
		key, value byte
	}{
		{"a string", `{"S":"x"}`, 'S', '"'},
		{"an object", `{"M":{}}`, 'M', '{'},
		{"a name of two letters", `{"SS":[]}`, 0, 0},
		{"a name without letters", `{"":"x"}`, 0, 0},
		{"a blank in front", ` {"S":"x"}`, 0, 0},
		{"a blank before the name", `{ "S":"x"}`, 0, 0},
		{"a blank before the colon", `{"S" :"x"}`, 0, 0},
		{"no colon", `{"S""x"}`, 0, 0},
		{"an array", `["S":"x"]`, 0, 0},
		{"nothing behind the colon", `{"S":`, 0, 0},
		{"nothing", ``, 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var s Scanner
			s.Init([]byte(c.in))
			if key, value := s.PeekShort(); key != c.key || value != c.value {
				t.Errorf("got %q and %q, want %q and %q", key, value, c.key, c.value)
			}
			if s.Pos() != 0 {
				t.Error("something was consumed")
			}
		})
	}
}

func TestShortMembersCountAsOpenContainers(t *testing.T) {
	var s Scanner
	s.Init([]byte(strings.Repeat(`{"M":`, DefaultMaxDepth+1) + "0"))
	for range DefaultMaxDepth {
		if key, _ := s.PeekShort(); key != 'M' {
			t.Fatal("an object that may be open is not found")
		}
		s.EnterShort()
	}
	if key, _ := s.PeekShort(); key != 0 {
		t.Error("one more object than may be open is found")
	}
	if s.EnterObject() || s.Err().Kind != TooDeep {
		t.Errorf("one more object than may be open is entered: %v", s.Err())
	}
}

func TestStringsEndAtEveryPlaceOfAWord(t *testing.T) {
	for n := range 20 {
		for _, tail := range []string{`"`, `"é"`, `\n"`} {
			text := strings.Repeat("a", n)
			var s Scanner
			s.Init([]byte(`"` + text + tail + strings.Repeat("é", 8)))
			want, plain := text, true
			if tail[0] == '\\' {
				want, plain = text+"\n", false
			}
			if got := s.String(); got != want || s.Plain() != plain {
				t.Errorf("%d letters before %s: got %q, plain %v, error %v", n, tail, got, s.Plain(), s.Err())
			}
		}
	}
}

func TestRawGivesTheTextOfOneValue(t *testing.T) {
	var s Scanner
	s.Init([]byte(`[ {"a": [1, "\u0061"]} , 2.50,"x" ]`))
	s.EnterArray()
	want := []string{`{"a": [1, "\u0061"]}`, `2.50`, `"x"`}
	for i := 0; s.NextElem(); i++ {
		if got := string(s.Raw()); got != want[i] {
			t.Errorf("got %s, want %s", got, want[i])
		}
	}
	if s.Finish(); s.Err() != nil {
		t.Error(s.Err())
	}
}

func TestMaxDepthCountsOpenContainers(t *testing.T) {
	s := Scanner{MaxDepth: 2}
	s.Init([]byte(`[[],{},[1]]`))
	if s.Skip(); s.Err() != nil {
		t.Error(s.Err())
	}
	s.Init([]byte(`[[[]]]`))
	if s.Skip(); s.Err() == nil || s.Err().Kind != TooDeep {
		t.Errorf("got %v for three levels", s.Err())
	}
}

func TestAppendFloatKeepsAFraction(t *testing.T) {
	for f, want := range map[float64]string{0: "0.0", 1: "1.0", 0.5: "0.5", 12.25: "12.25", -3: "-3.0"} {
		if got := string(AppendFloat(nil, f)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// FuzzScanner holds the scanner to encoding/json: the same texts are JSON, and what is read is the same.
func FuzzScanner(f *testing.F) {
	for _, seed := range []string{`{"a":[1,2.5e3,"x\n\ud83d\ude00",true,null,{}]}`, `[`, `"\ud800"`, `{"a":1,"a":2}`, "\"\xff\"", ` 01 `, `[1,]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var s Scanner
		s.Init(in)
		out := echo(&s, nil)
		s.Finish()
		err := s.Err()
		if want := json.Valid(in) && utf8.Valid(in); (err == nil) != want {
			if err == nil || err.Kind != TooDeep {
				t.Fatalf("error %v, encoding/json says %v for %q", err, want, in)
			}
		}
		if err != nil {
			return
		}
		if !json.Valid(out) {
			t.Fatalf("%q became %q", in, out)
		}
		s.Init(out)
		if again := echo(&s, nil); s.Err() != nil || string(again) != string(out) {
			t.Fatalf("%q became %q, then %q", in, out, again)
		}
		s.Init(in)
		if s.Skip(); s.Err() != nil {
			t.Fatalf("Skip: %v for %q", s.Err(), in)
		}
	})
}
