package attr

import (
	"bytes"
	"math/big"
	"regexp"
	"strings"
	"testing"
)

var numberGrammar = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?0*\d{1,4})?$`)

var (
	smallest = pow10(-130)
	tooLarge = pow10(126)
)

func pow10(n int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// judge says what is to become of an exact value, by math/big: whether it needs too many digits, or is too large or too small.
func judge(r *big.Rat) (precise, inRange bool) {
	magnitude := new(big.Rat).Abs(r)
	if r.Sign() == 0 {
		return true, true
	}
	inRange = magnitude.Cmp(smallest) >= 0 && magnitude.Cmp(tooLarge) < 0
	// Every value of the fuzz targets is a multiple of 10 to the -12000.
	digits := strings.Trim(new(big.Rat).Mul(magnitude, pow10(12000)).Num().String(), "0")
	return len(digits) <= MaxDigits, inRange
}

func rat(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "."))
	if !ok {
		t.Fatalf("math/big does not read %q", text)
	}
	return r
}

func addNumberSeeds(f *testing.F) {
	for i, a := range ascending {
		f.Add(a, ascending[(i*7+3)%len(ascending)])
	}
	f.Add(strings.Repeat("9", 38), "1e-37")
	f.Add("1e+0005", "0.00001000")
	f.Add("99999999999999999999999999999999999999e-160", "-.5")
}

// FuzzNumbers holds parsing, canonical text, order, key bytes and arithmetic to math/big.
func FuzzNumbers(f *testing.F) {
	addNumberSeeds(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		x, okA := checkCanonical(t, a)
		y, okB := checkCanonical(t, b)
		if !okA || !okB {
			return
		}
		r, q := rat(t, x), rat(t, y)
		want := r.Cmp(q)
		if got := CompareNumbers(x, y); got != want {
			t.Errorf("%s against %s is %d, want %d", x, y, got, want)
		}
		checkKeys(t, x, y, want)
		got, p := AddNumbers(x, y)
		checkSum(t, new(big.Rat).Add(r, q), got, p)
		got, p = SubNumbers(x, y)
		checkSum(t, new(big.Rat).Sub(r, q), got, p)
	})
}

// checkCanonical judges what Canonical makes of a text; ok is true for a number.
func checkCanonical(t *testing.T, text string) (canonical string, ok bool) {
	got, p := Canonical([]byte(text))
	if !numberGrammar.MatchString(text) {
		if p == nil && len(text) < 20 {
			t.Fatalf("%q is read as %s", text, got)
		}
		return "", false
	}
	if len(text) > 1000 {
		return "", false
	}
	exact := rat(t, text)
	precise, inRange := judge(exact)
	switch {
	case exact.Sign() == 0:
		// The range check of zero looks at its digits, see the tables of number_test.go.
		if p == nil && got != "0" {
			t.Fatalf("%q is %s", text, got)
		}
		return "0", p == nil
	case p != nil:
		if precise && inRange {
			t.Fatalf("%q is refused: %s", text, p.Message)
		}
		return "", false
	case !precise || !inRange:
		t.Fatalf("%q is accepted as %s", text, got)
	}
	if rat(t, got).Cmp(exact) != 0 {
		t.Fatalf("%q became %s", text, got)
	}
	if again, _ := Canonical([]byte(got)); again != got {
		t.Fatalf("%q became %s, then %s", text, got, again)
	}
	return got, true
}

func checkKeys(t *testing.T, x, y string, want int) {
	vx, _ := NumberValue(x)
	vy, _ := NumberValue(y)
	if got := bytes.Compare(AppendKeyBytes(nil, vx), AppendKeyBytes(nil, vy)); got != want {
		t.Errorf("keys of %s and %s compare as %d, want %d", x, y, got, want)
	}
	// What follows a delimited key decides only between equal ones.
	for _, tail := range [][2]byte{{0, 255}, {255, 0}, {7, 7}} {
		wantPair := want
		if want == 0 {
			wantPair = min(max(int(tail[0])-int(tail[1]), -1), 1)
		}
		kx := append(AppendKeyPart(nil, vx), tail[0])
		ky := append(AppendKeyPart(nil, vy), tail[1])
		if got := bytes.Compare(kx, ky); got != wantPair {
			t.Errorf("keys of (%s,%d) and (%s,%d) compare as %d, want %d", x, tail[0], y, tail[1], got, wantPair)
		}
	}
}

func checkSum(t *testing.T, exact *big.Rat, got string, p *Problem) {
	t.Helper()
	precise, inRange := judge(exact)
	if accepted := p == nil; accepted != (precise && inRange) {
		t.Fatalf("%s: result %s, problem %v", exact.FloatString(140), got, p)
	}
	if p == nil && rat(t, got).Cmp(exact) != 0 {
		t.Fatalf("%s is not %s", got, exact.FloatString(140))
	}
}
