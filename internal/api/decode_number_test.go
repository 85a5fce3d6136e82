package api

import "testing"

func TestWholeNumbersAreReadAsTheServiceReadsThem(t *testing.T) {
	cases := []struct {
		name, text  string
		shift, bits int
		want        int64
	}{
		{"zero", "0", 0, 32, 0},
		{"minus zero", "-0", 0, 32, 0},
		{"a plain number", "42", 0, 32, 42},
		{"a fraction is dropped", "1.9", 0, 32, 1},
		{"a negative fraction is dropped", "-1.9", 0, 32, -1},
		{"less than one", "0.99", 0, 32, 0},
		{"an exponent", "15e1", 0, 32, 150},
		{"an exponent and a point", "1.25e1", 0, 32, 12},
		{"a negative exponent", "125e-1", 0, 32, 12},
		{"the largest of 32 bits", "2147483647", 0, 32, 2147483647},
		{"one more stops there", "2147483648", 0, 32, 2147483647},
		{"the smallest of 32 bits", "-2147483648", 0, 32, -2147483648},
		{"one less stops there", "-2147483649", 0, 32, -2147483648},
		{"the largest of 64 bits", "9223372036854775807", 0, 64, 9223372036854775807},
		{"one more stops there", "9223372036854775808", 0, 64, 9223372036854775807},
		{"the smallest of 64 bits", "-9223372036854775808", 0, 64, -9223372036854775808},
		{"one less stops there", "-9223372036854775809", 0, 64, -9223372036854775808},
		{"an absurd exponent", "1e99999999999999999999", 0, 64, 9223372036854775807},
		{"zero with an absurd exponent", "0e99999999999999999999", 0, 64, 0},
		{"an absurd negative exponent", "1e-99999999999999999999", 0, 64, 0},
		{"seconds as milliseconds", "1700000000.1239", 3, 64, 1700000000123},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := wholeNumber([]byte(c.text), c.shift, c.bits); got != c.want {
				t.Errorf("%s: got %d, want %d", c.text, got, c.want)
			}
		})
	}
}
