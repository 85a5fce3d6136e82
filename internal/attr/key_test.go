package attr

import (
	"bytes"
	"testing"
)

func TestKeyPartsSortByTheFirstThenByTheSecond(t *testing.T) {
	// The pairs stand in ascending order.
	pairs := [][2]string{
		{"", ""}, {"", "z"}, {"\x00", ""}, {"\x00", "a"}, {"\x00\x00", ""}, {"\x00\x01", ""}, {"\x00a", ""}, {"\x01", "z"},
		{"a", ""}, {"a", "b"}, {"a\x00", ""}, {"a\x00", "z"}, {"a\x00\xff", ""}, {"a\x01", ""}, {"ab", ""}, {"b", ""}, {"\xff", ""}, {"\xff\xff", ""},
	}
	for i, a := range pairs {
		for j, b := range pairs {
			ka := AppendKeyBytes(AppendKeyPart(nil, BinaryValue([]byte(a[0]))), BinaryValue([]byte(a[1])))
			kb := AppendKeyBytes(AppendKeyPart(nil, BinaryValue([]byte(b[0]))), BinaryValue([]byte(b[1])))
			if got, want := bytes.Compare(ka, kb), min(max(i-j, -1), 1); got != want {
				t.Errorf("%q against %q is %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestKeyBytesOfStringsAreTheirUTF8Bytes(t *testing.T) {
	for _, s := range []string{"", "abc", "a\"b\\c\n", "\x00\x01\x02", "äöü€😀"} {
		if got := string(AppendKeyBytes(nil, StringValue(s))); got != s {
			t.Errorf("got %q, want %q", got, s)
		}
	}
}

func TestTokensOfEqualKeysAreEqual(t *testing.T) {
	number := func(s string) Value {
		v, p := NumberValue(s)
		if p != nil {
			t.Fatal(p.Message)
		}
		return v
	}
	if TokenOf(number("1000")) != TokenOf(number("1e3")) {
		t.Error("1000 and 1e3 have different tokens")
	}
	different := [][]Value{
		{StringValue("a")}, {BinaryValue([]byte("a"))}, {StringValue("")}, {number("1")}, {number("-1")}, {StringValue("1")},
		{StringValue("ab"), StringValue("c")}, {StringValue("a"), StringValue("bc")}, {StringValue("abc")}, {StringValue("a"), StringValue("b")},
	}
	seen := map[Token]int{}
	for i, parts := range different {
		token := TokenOf(parts...)
		if j, ok := seen[token]; ok {
			t.Errorf("keys %d and %d have the same token", i, j)
		}
		seen[token] = i
	}
}
