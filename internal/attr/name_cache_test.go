package attr

import (
	"fmt"
	"testing"
)

func TestNamesAreThoseOfTheItemWhateverWasSeenBefore(t *testing.T) {
	for round := range 3 {
		for _, names := range [][]string{{"pk", "sk"}, {"aa", "ab"}, {"a\\u0041", "b"}, {"", "pk"}, {"text0", "text1", "tfxt0"}, {"kp", "ks", "pk"}} {
			in := ""
			for i, n := range names {
				in += fmt.Sprintf(`,"%s":{"N":"%d"}`, n, i)
			}
			it, _ := ReadItem([]byte("{" + in[1:] + "}"))
			for i, n := range names {
				if n == "a\\u0041" {
					n = "aA"
				}
				if got := it.Attrs[i].Name; got != n {
					t.Errorf("round %d: got %q, want %q of %q", round, got, n, names)
				}
			}
		}
	}
}

func TestTheTextOfAValueDoesNotDependOnBlanks(t *testing.T) {
	for _, doc := range []string{`{"S":"x"}`, `{"S": "x"}`, `{ "S":"x"}`, `{  "S":"x"}`, `{"S" :"x" }`, `{"S":"\u0078"}`} {
		if got := (Value{Type: S, Doc: []byte(doc)}).Text(); got != "x" {
			t.Errorf("%s: got %q", doc, got)
		}
	}
}
