package auth_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/auth"
)

func TestLoadFile(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       auth.Keys
		err        string // part of the error
	}{
		{"every section's key is accepted",
			"[default]\naws_access_key_id = A\naws_secret_access_key = s=/+\n\n# note\n[other]\nregion=x\nAWS_ACCESS_KEY_ID=B\naws_secret_access_key=t\n",
			auth.Keys{"A": "s=/+", "B": "t"}, ""},
		{"a key without a section is accepted", "aws_access_key_id=A\naws_secret_access_key=s", auth.Keys{"A": "s"}, ""},
		{"a key without its secret is refused", "[a]\naws_access_key_id=A\n[b]\n", nil, "before line 3"},
		{"a secret without its key is refused at the end", "aws_secret_access_key=A", nil, "at the end"},
		{"a line that is no pair is refused by number", "[a]\nnonsense\n", nil, "line 2"},
		{"a file without keys is refused", "# nothing\n", nil, "no key"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "credentials")
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			keys, err := auth.LoadFile(path)
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Fatalf("error %v, want one with %q", err, c.err)
				}
				return
			}
			if err != nil || !maps.Equal(keys, c.want) {
				t.Fatalf("got %v, %v; want %v", keys, err, c.want)
			}
		})
	}
	t.Run("a missing file is an error", func(t *testing.T) {
		if _, err := auth.LoadFile(filepath.Join(t.TempDir(), "none")); err == nil {
			t.Fatal("no error")
		}
	})
}
