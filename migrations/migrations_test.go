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

// TestMigrationsOnlyAdd finds the words of migrations that servers of the version before do not survive, in those that do not say so.
func TestMigrationsOnlyAdd(t *testing.T) {
	const first = "000005" // servers that ran on earlier schemas were stopped to migrate
	for _, database := range []string{"sqlite", "postgres"} {
		for _, name := range names(t, database) {
			text, err := Files.ReadFile(database + "/" + name)
			if err != nil {
				t.Fatal(err)
			}
			if name >= first && strings.HasSuffix(name, ".up.sql") {
				if word := breaking(string(text)); word != "" {
					t.Errorf("%s/%s says %s: servers of the version before fail on that", database, name, word)
				}
			}
		}
	}
}

// breaking finds what a migration does to servers that do not know it; nothing if it says that it does.
func breaking(sql string) string {
	upper := strings.ToUpper(sql)
	if strings.Contains(upper, "UPDATE DDBSQL_COMPATIBLE SET OLDEST") {
		return ""
	}
	for _, word := range []string{"DROP ", "RENAME ", " TYPE ", "SET NOT NULL", "UNIQUE", "CHECK ("} {
		if strings.Contains(upper, word) && !strings.Contains(upper, "CREATE TABLE") {
			return word
		}
	}
	return ""
}

func TestBreakingMigrationsAreFound(t *testing.T) {
	for sql, want := range map[string]string{
		"ALTER TABLE ddbsql_tables ADD COLUMN x bigint NOT NULL DEFAULT 0":                 "",
		"CREATE TABLE ddbsql_x (a text UNIQUE)":                                            "",
		"ALTER TABLE ddbsql_tables DROP COLUMN x":                                          "DROP ",
		"alter table ddbsql_tables rename column x to y":                                   "RENAME ",
		"ALTER TABLE ddbsql_tables DROP COLUMN x; UPDATE ddbsql_compatible SET oldest = 6": "",
	} {
		if got := breaking(sql); got != want {
			t.Errorf("%s: found %q, want %q", sql, got, want)
		}
	}
}

func TestRefusal(t *testing.T) {
	for _, c := range []struct {
		name            string
		version, oldest int64
		refused         bool
	}{
		{"the same schema", Latest, 3, false},
		{"an older schema", 1, 0, false},
		{"a newer schema that we can work with", Latest + 2, Latest, false},
		{"a newer schema that we cannot work with", Latest + 2, Latest + 1, true},
	} {
		if err := Refusal(c.version, c.oldest); (err != nil) != c.refused {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
