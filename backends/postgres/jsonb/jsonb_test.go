package jsonb

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"testing"
)

// stored are documents and their bytes as Postgres 15 stores them. Its tests in package postgres read many more from a server.
var stored = []struct{ name, doc, hex string }{
	{"an empty document", `{}`, "00000020"},
	{"a string", `{"a":{"S":"x"}}`, "010000200100008011000050610000000100002001000080010000005378"},
	{"a number, and text with escapes", `{"a":{"N":"-1.5"},"bb":{"S":"say \"é\"\\\n\u0001\u0002"}}`, "020000200100008002000000120000501c000050616262000100002001000080040000004e2d312e3500000001000020010000800c000000537361792022c3a9225c0a0102"},
	{"booleans and NULL", `{"b":{"BOOL":true},"c":{"BOOL":false},"n":{"NULL":true}}`, "0300002001000080010000000100000011000050100000501000005062636e00010000200400008000000030424f4f4c010000200400008000000020424f4f4c0100002004000080000000304e554c4c"},
	{"a list with lists, a map and a set", `{"l":{"L":[{"N":"1"},{"L":[]},{"M":{"x":{"SS":["a","bb"]},"yy":{"M":{}}}}]}}`, "0100002001000080a30000506c0000000100002001000080930000504c000000030000400e0000d0160000505c0000500100002001000080010000004e3100000100002001000080070000504c0000000000004001000020010000804f0000504d00000002000020010000800200000020000050150000507879790001000020020000801100005053530000020000400100008002000000616262000100002001000080070000504d00000000000020"},
}

func TestStoredDocumentsBecomeText(t *testing.T) {
	for _, c := range stored {
		t.Run(c.name, func(t *testing.T) {
			got, err := AppendText([]byte("before "), unhex(t, c.hex))
			if err != nil || string(got) != "before "+c.doc {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
}

func TestWhatIsNoDocumentIsRefused(t *testing.T) {
	cases := []struct{ name, hex string }{
		{"nothing", ""},
		{"half a header", "0100"},
		{"a number by itself", "01000050" + "08000010" + "0180"},
		{"more entries than bytes", "ffffff20"},
		{"a name that is a number", "01000020" + "01000090" + "01000000" + "6162"},
		{"data beyond the end", "01000020" + "01000080" + "ff000000" + "5378"},
		{"an object cut off behind its names", "01000020" + "01000080"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got, err := AppendText(nil, unhex(t, c.hex)); !errors.Is(err, ErrMalformed) {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
}

// FuzzAppendText checks that no bytes make AppendText panic, and that what it takes for a document is JSON.
func FuzzAppendText(f *testing.F) {
	for _, c := range stored {
		f.Add(unhex(f, c.hex))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, err := AppendText(nil, b); err == nil && !json.Valid(bytes.ToValidUTF8(got, nil)) {
			t.Errorf("%x gave %q", b, got)
		}
	})
}

func unhex(t testing.TB, text string) []byte {
	t.Helper()
	b, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
