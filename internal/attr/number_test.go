package attr

import (
	"bytes"
	"strings"
	"testing"
)

func TestCanonicalGivesTheServicesText(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"a whole number", "123", "123"},
		{"zeros at the end of a whole number", "1000", "1000"},
		{"leading zeros", "0007", "7"},
		{"a plus sign", "+5", "5"},
		{"a plus sign and an exponent", "+1e2", "100"},
		{"a minus sign", "-7.1234", "-7.1234"},
		{"zeros behind the point", "1.10", "1.1"},
		{"only zeros behind the point", "100.000", "100"},
		{"a point at the end", "1.", "1"},
		{"a point at the beginning", ".5", "0.5"},
		{"a negative fraction without whole digits", "-.5", "-0.5"},
		{"a positive exponent", "1.23e4", "12300"},
		{"a signed exponent", "1E+3", "1000"},
		{"a negative exponent", "123e-2", "1.23"},
		{"an exponent with leading zeros", "1e0000000000000000000000002", "100"},
		{"negative zero", "-0.0", "0"},
		{"zero with an exponent", "0e5", "0"},
		{"zero at the largest power", "0e125", "0"},
		{"zero whose last digit is in range", "0.0e126", "0"},
		{"zero at the smallest power", "0e-130", "0"},
		{"the largest power", "1e125", "1" + strings.Repeat("0", 125)},
		{"the largest number", strings.Repeat("9", 38) + "e88", strings.Repeat("9", 38) + strings.Repeat("0", 88)},
		{"an exponent beyond the largest power that the fraction takes back", "0.1e126", "1" + strings.Repeat("0", 125)},
		{"the smallest power", "1e-130", "0." + strings.Repeat("0", 129) + "1"},
		{"digits below the smallest power", "1.5e-130", "0." + strings.Repeat("0", 129) + "15"},
		{"38 digits", "31415926535897932384.626433832795028841", "31415926535897932384.626433832795028841"},
		{"more than 38 digits of which few are significant", strings.Repeat("0", 50) + "1" + strings.Repeat("0", 60), "1" + strings.Repeat("0", 60)},
		{"many zeros in the fraction and an exponent", "0." + strings.Repeat("0", 200) + "1e200", "0.1"},
		{"a zero inside", "10203", "10203"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, p := Canonical([]byte(c.in))
			if p != nil || got != c.want {
				t.Errorf("got %q, problem %v; want %q", got, p, c.want)
			}
		})
	}
}

func TestCanonicalRefuses(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"nothing", "", "The parameter cannot be converted to a numeric value: "},
		{"a word", "abc", "The parameter cannot be converted to a numeric value: abc"},
		{"a sign alone", "-", msgNotNumber + "-"},
		{"two signs", "--1", msgNotNumber + "--1"},
		{"a point alone", ".", msgNotNumber + "."},
		{"a sum", "1+2", msgNotNumber + "1+2"},
		{"two points", "1.2.3", msgNotNumber + "1.2.3"},
		{"an exponent without mantissa", "+e2", msgNotNumber + "+e2"},
		{"an exponent without digits", "1e", msgNotNumber + "1e"},
		{"an exponent with a sign only", "1e-", msgNotNumber + "1e-"},
		{"a fractional exponent", "1e1.5", msgNotNumber + "1e1.5"},
		{"a blank before", " 1", msgNotNumber + " 1"},
		{"a blank after", "1 ", msgNotNumber + "1 "},
		{"not a number", "NaN", msgNotNumber + "NaN"},
		{"infinity", "-Infinity", msgNotNumber + "-Infinity"},
		{"hexadecimal digits", "0x10", msgNotNumber + "0x10"},
		{"digits of another script", "१", msgNotNumber + "१"},
		{"an exponent beyond 64 bits", "1e9223372036854775808", msgNotNumber + "1e9223372036854775808"},
		{"a negative exponent beyond 64 bits", "1e-9223372036854775809", msgNotNumber + "1e-9223372036854775809"},
		{"39 digits", "3.14159265358979323846264338327950288419", msgPrecision},
		{"39 digits beyond the largest power", strings.Repeat("1", 39) + "e126", msgPrecision},
		{"two digits with many zeros between", "1" + strings.Repeat("0", 37) + "1", msgPrecision},
		{"a power too large", "1e126", msgOverflow},
		{"a power too large by its digits", "-11e125", msgOverflow},
		{"a power beyond 32 bits", "1e99999999999", msgOverflow},
		{"the largest exponent", "1e9223372036854775807", msgOverflow},
		{"a power too small", "1e-131", msgUnderflow},
		{"a power too small by its digits", "0.9e-130", msgUnderflow},
		{"a power too small beyond 32 bits", "1e-99999999999", msgUnderflow},
		{"the smallest exponent", "1e-9223372036854775808", msgUnderflow},
		{"zero at a power too large", "0e126", msgOverflow},
		{"zero at a power too small", "0e-131", msgUnderflow},
		{"zero with too many zeros behind the point", "0." + strings.Repeat("0", 131), msgUnderflow},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, p := Canonical([]byte(c.in))
			if p == nil || p.Code != ProblemNumber || p.Message != c.want {
				t.Errorf("got %q, problem %v; want %q", got, p, c.want)
			}
		})
	}
}

func TestNumberSizeCountsSignificantDigits(t *testing.T) {
	cases := []struct {
		number string
		want   int
	}{
		{"0", 1}, {"1", 2}, {"10", 2}, {"12", 2}, {"123", 3}, {"1e125", 2}, {"0.0000001", 2}, {"-1", 3},
		{"1.5", 3}, {"12.345", 4}, {"100.5", 4}, {"-100.5", 5}, {"100000000000000000000.5", 13}, {"0.05", 2},
		{strings.Repeat("9", 38), 20}, {"0." + strings.Repeat("9", 38), 20}, {"1" + strings.Repeat("0", 36) + "1", 20},
	}
	for _, c := range cases {
		text, p := Canonical([]byte(c.number))
		if got := NumberSize(text); p != nil || got != c.want {
			t.Errorf("%s has size %d, want %d (problem %v)", c.number, got, c.want, p)
		}
	}
}

func TestArithmeticIsExactOrRefused(t *testing.T) {
	nines := strings.Repeat("9", 38)
	cases := []struct{ name, a, op, b, want string }{
		{"a sum with a carry", "999", "+", "1", "1000"},
		{"a sum of numbers far apart", "10000000000000000000000", "+", "1", "10000000000000000000001"},
		{"a difference that borrows through zeros", "10000000000000000000000", "-", "1", "9999999999999999999999"},
		{"a difference that changes sign", "1", "-", "2.5", "-1.5"},
		{"a sum of opposite numbers", "5.25", "+", "-5.25", "0"},
		{"a sum with zero", "0", "+", "-3", "-3"},
		{"zero less a number", "0", "-", "3", "-3"},
		{"zero less zero", "0", "-", "0", "0"},
		{"fractions that binary cannot hold", "0.1", "+", "0.2", "0.3"},
		{"numbers without common digits", "100", "+", "0.01", "100.01"},
		{"a sum that loses digits at its end", nines, "+", "1", "1" + strings.Repeat("0", 38)},
		{"a difference of almost equal numbers", nines, "-", strings.Repeat("9", 37) + "8", "1"},
		{"a sum that needs 39 digits", nines, "+", "0.1", msgOverflow},
		{"a sum of very different magnitudes", "1e50", "+", "1", msgOverflow},
		{"a difference of very different magnitudes", "1e50", "-", "1", msgOverflow},
		{"the widest sum", "9e125", "+", "1e-130", msgOverflow},
		{"a sum that is too large", "9e125", "+", "9e125", msgOverflow},
		{"a difference that is too large", "9e125", "-", "-9e125", msgOverflow},
		{"a sum just in range", "9e125", "+", "9e124", "99" + strings.Repeat("0", 124)},
		{"a difference that is too small", "1.5e-130", "-", "1e-130", msgUnderflow},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, _ := Canonical([]byte(c.a))
			b, _ := Canonical([]byte(c.b))
			calculate := AddNumbers
			if c.op == "-" {
				calculate = SubNumbers
			}
			got, p := calculate(a, b)
			if p != nil {
				got = p.Message
			}
			if got != c.want {
				t.Errorf("%s %s %s is %s, want %s", c.a, c.op, c.b, got, c.want)
			}
		})
	}
}

// ascending are numbers in the order of value.
var ascending = []string{
	"-9.9e125", "-1e125", "-123.5", "-123.45", "-123.4", "-123", "-100", "-12", "-10.1", "-10", "-1.01", "-1", "-0.5", "-0.1", "-1e-130",
	"0", "1e-130", "1.5e-130", "0.1", "0.11", "0.5", "1", "1.01", "1.1", "9", "10", "10.1", "12", "99", "100", "123", "123.4", "123.45", "1e125", "9.9e125",
}

func TestNumbersCompareByValue(t *testing.T) {
	for i, a := range ascending {
		for j, b := range ascending {
			want := min(max(i-j, -1), 1)
			x, _ := NumberValue(a)
			y, _ := NumberValue(b)
			if got := CompareNumbers(x.Text(), y.Text()); got != want {
				t.Errorf("%s against %s is %d, want %d", a, b, got, want)
			}
			if got := bytes.Compare(AppendKeyBytes(nil, x), AppendKeyBytes(nil, y)); got != want {
				t.Errorf("keys of %s and %s compare as %d, want %d", a, b, got, want)
			}
		}
	}
}
