package server

import "testing"

// How DynamoDB reads the header, also where the standard reads it otherwise.
func TestAnswerCoding(t *testing.T) {
	for _, c := range []struct{ name, header, want string }{
		{"an empty header", "", ""},
		{"gzip", "gzip", "gzip"},
		{"deflate", "deflate", "deflate"},
		{"capitals", "GZip", "gzip"},
		{"no coding at all", "identity", ""},
		{"codings that are not served", "br, zstd, compress, x-gzip", ""},
		{"the first of two", "deflate, gzip", "deflate"},
		{"unknown and empty elements are passed over", "dog, , ,deflate,,cat", "deflate"},
		{"identity before a coding", "identity, gzip", "gzip"},
		{"identity preferred to a coding", "identity, gzip;q=0.3", "gzip"},
		{"no identity and nothing else", "identity;q=0", ""},

		{"the higher weight", "gzip;q=0.2, deflate;q=0.7", "deflate"},
		{"a weight of zero", "gzip;q=0", ""},
		{"a weight of zero, other codings", "gzip;q=0, deflate;q=0.1", "deflate"},
		{"a very small weight", "gzip;q=0.00001", "gzip"},
		{"a weight over 1 is 1", "gzip;q=5, deflate;q=9", "gzip"},
		{"a weight below 0 is 0", "gzip;q=-1", ""},
		{"the highest weight of several of one coding", "gzip;q=0, gzip;q=0.9, gzip;q=0, deflate;q=0.8", "gzip"},

		{"anything is gzip", "*", "gzip"},
		{"anything does not lift a named coding", "*, gzip;q=0.5", "deflate"},
		{"anything comes after a named coding of its weight", "*, deflate", "deflate"},
		{"anything at a higher weight", "*;q=0.8, deflate;q=0.7", "gzip"},
		{"nothing by a weight of zero", "*;q=0", ""},
		{"a named coding beside nothing else", "*;q=0, deflate", "deflate"},

		{"blanks before the parameter", "gzip ; q=0", ""},
		{"blanks behind the equals sign", "gzip;q= 0", ""},
		{"a blank before the equals sign is no weight", "gzip;q =0", "gzip"},
		{"the first of two weights", "gzip;q=0;q=1", ""},
		{"a weight in another parameter's name", "gzip;freq=0;q=1", ""},
		{"a weight that ends in a point", "deflate;q=0.5, gzip;q=0.", "deflate"},
		{"a weight that is no number is 1", "deflate;q=0.5, gzip;q=0.y", "gzip"},
		{"a weight that is not a number by name is 1", "deflate;q=0.5, gzip;q=NaN", "gzip"},
		{"quotes", `"gzip"`, ""},
		{"two words", "gzip deflate", ""},
		{"a colon for a semicolon", "gzip:q=1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := answerCoding(c.header); got != c.want {
				t.Errorf("%q gives %q, want %q", c.header, got, c.want)
			}
		})
	}
}
