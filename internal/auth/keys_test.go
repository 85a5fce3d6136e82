package auth_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/auth"
)

const keyA = "aws_access_key_id=A\naws_secret_access_key=s\n"

func TestLoadFile(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       auth.Keys
		err        string // part of the error
	}{
		{"every section's key is accepted",
			"[default]\naws_access_key_id = A\naws_secret_access_key = s=/+\n\n# note\n[other]\nregion=x\nAWS_ACCESS_KEY_ID=B\naws_secret_access_key=t\n",
			auth.Keys{"A": {Secret: "s=/+"}, "B": {Secret: "t"}}, ""},
		{"a key without a section is accepted", keyA, auth.Keys{"A": {Secret: "s"}}, ""},
		{"a session token belongs to its key", keyA + "aws_session_token = t=\n[b]\naws_access_key_id=B\naws_secret_access_key=s",
			auth.Keys{"A": {Secret: "s", Token: "t="}, "B": {Secret: "s"}}, ""},
		{"a key that may read", keyA + "ddbsql_permissions = read", auth.Keys{"A": {Secret: "s", ReadOnly: true}}, ""},
		{"a key that may do all", keyA + "ddbsql_permissions = all", auth.Keys{"A": {Secret: "s"}}, ""},
		{"a key of some tables", keyA + "ddbsql_tables = orders-*, films ,x?", auth.Keys{"A": {Secret: "s", Tables: []string{"orders-*", "films", "x?"}}}, ""},
		{"a key twice, said alike", "[a]\n" + keyA + "[b]\n" + keyA, auth.Keys{"A": {Secret: "s"}}, ""},
		{"a key twice, with other permissions", "[a]\n" + keyA + "[b]\n" + keyA + "ddbsql_permissions=read\n", nil, "in another one with other settings"},
		{"permissions nobody knows", keyA + "ddbsql_permissions = write", nil, "line 3: ddbsql_permissions must be all or read"},
		{"a pattern that no name can match", keyA + "ddbsql_tables = a/b", nil, "line 3: ddbsql_tables must be"},
		{"no pattern at all", keyA + "ddbsql_tables =", nil, "ddbsql_tables must be"},
		{"a setting of ours that nobody knows", keyA + "ddbsql_table = films", nil, "line 3: only ddbsql_permissions and ddbsql_tables"},
		{"permissions of no key", "[a]\nddbsql_permissions = read\n[b]\n" + keyA, nil, "before line 3: a section without a key"},
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
			if err != nil || !reflect.DeepEqual(keys, c.want) {
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

// What is wrong with a file is logged: the line's number, not what may be a secret.
func TestErrorsOfFilesHaveNoSecrets(t *testing.T) {
	for _, text := range []string{"geheim", "ddbsql_permissions=geheim", "ddbsql_tables=/geheim", "ddbsql_geheim=1", "aws_secret_access_key=geheim", "[a]\naws_session_token=geheim"} {
		path := filepath.Join(t.TempDir(), "credentials")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := auth.LoadFile(path); err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%q: error %v", text, err)
		}
	}
}
