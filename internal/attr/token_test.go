package attr

import (
	"bytes"
	"testing"
)

func TestTokenRangesShareAllTokensWithoutOverlap(t *testing.T) {
	for _, total := range []int{1, 2, 3, 7, 1000, 1000000} {
		next := Token{}
		for i := range min(total, 1000) {
			first, end := TokenRange(i, total)
			if first != next {
				t.Fatalf("part %d of %d begins at %x, not %x", i, total, first, next)
			}
			if bytes.Compare(first[:], end[:]) >= 0 {
				t.Fatalf("part %d of %d is empty", i, total)
			}
			next = after(end)
		}
		if total <= 1000 && next != (Token{}) {
			t.Errorf("%d parts end before %x", total, next)
		}
		_, last := TokenRange(total-1, total)
		for _, b := range last {
			if b != 0xFF {
				t.Errorf("the last of %d parts ends at %x", total, last)
				break
			}
		}
	}
}

func TestTokensAsText(t *testing.T) {
	want := Token{0x01, 0xAB, 15: 0xFF}
	text, err := want.MarshalText()
	var got Token
	if err != nil || string(text) != "01ab00000000000000000000000000ff" || got.UnmarshalText(text) != nil || got != want {
		t.Errorf("%x is %s (%v) is %x", want, text, err, got)
	}
	for _, wrong := range []string{"", "01", string(text) + "00", string(text[2:]) + "xy"} {
		if got.UnmarshalText([]byte(wrong)) == nil {
			t.Errorf("%q is a token", wrong)
		}
	}
}

// after is the next token; zero behind the last.
func after(t Token) Token {
	for i := len(t) - 1; i >= 0; i-- {
		t[i]++
		if t[i] != 0 {
			break
		}
	}
	return t
}
