package grammar

import (
	"strings"
	"testing"
)

func TestReservedWords(t *testing.T) {
	if n := len(strings.Fields(reservedText)); n != 573 || len(reserved) != n {
		t.Errorf("%d words, %d different ones; the service has 573", n, len(reserved))
	}
	for word := range reserved {
		if !IsReserved(word) || !IsReserved(strings.ToLower(word)) {
			t.Errorf("%s is not reserved in every case", word)
		}
	}
	for _, word := range []string{"Name", "sTaTuS", "size", "zone", "abort", "LOCALTIMESTAMP"} {
		if !IsReserved(word) {
			t.Errorf("%s is not reserved", word)
		}
	}
	for _, word := range []string{"", "remove", "names_", "#name", "nameé", strings.Repeat("name", 100)} {
		if IsReserved(word) {
			t.Errorf("%s is reserved", word)
		}
	}
}
