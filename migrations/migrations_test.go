package migrations

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := fs.ReadDir(Files, folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestBothDatabasesHaveTheSameNumbers(t *testing.T) {
	if s, p := names(t, "sqlite"), names(t, "postgres"); !slices.Equal(s, p) {
		t.Errorf("sqlite has %v, postgres %v", s, p)
	}
}

func TestLatestIsTheNewestNumber(t *testing.T) {
	newest := 0
	for _, name := range names(t, "sqlite") {
		number, _, _ := strings.Cut(name, "_")
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatalf("%s has no number", name)
		}
		newest = max(newest, n)
	}
	if newest != Latest {
		t.Errorf("Latest is %d, the newest file %d", Latest, newest)
	}
}
