package dynamodblocal_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/dynamodblocal"
)

func TestNameOf(t *testing.T) {
	const sdk = ", SignedHeaders=host;x-amz-date, Signature=0123"
	for _, c := range []struct {
		name, header string
		shared       bool
		want         string
		refusal      apierr.Code
	}{
		{"key and region", "AWS4-HMAC-SHA256 Credential=abc/20250101/us-east-1/dynamodb/aws4_request" + sdk, false, "abc_us-east-1", ""},
		{"case counts", "AWS4-HMAC-SHA256 Credential=ABC/20250101/us-east-1/dynamodb/aws4_request" + sdk, false, "ABC_us-east-1", ""},
		{"one database for all", "AWS4-HMAC-SHA256 Credential=abc/20250101/us-east-1/dynamodb/aws4_request" + sdk, true, "shared-local-instance", ""},
		{"a header of which half is missing", "Credential=abc/20250101/eu-west-1", false, "abc_eu-west-1", ""},
		{"a region that nobody has", "Credential=abc/1/local/dynamodb", false, "abc_local", ""},
		{"a region that cannot be one", "Credential=abc/1/US_EAST.1/dynamodb", false, "abc_", ""},
		{"no region", "Credential=abc", false, "abc_", ""},
		{"no header", "", true, "", apierr.MissingAuthentication},
		{"a header of another kind", "Bearer abc", false, "", apierr.MissingAuthentication},
		{"an empty key", "Credential=/1/us-east-1", true, "", apierr.UnrecognizedClient},
		{"a key with a hyphen", "Credential=a-b/1/us-east-1", true, "", apierr.UnrecognizedClient},
		{"a key that leads out of the folder", "Credential=..%2Fx/1/us-east-1", false, "", apierr.UnrecognizedClient},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := dynamodblocal.Options{SharedDB: c.shared}
			got, refusal := o.NameOf(auth.ClaimedScope(c.header))
			if got != c.want || (refusal == nil) == (c.want == "") || refusal != nil && refusal.Code != c.refusal {
				t.Errorf("got %q, %v", got, refusal)
			}
		})
	}
}

func TestFiles(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a[b")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"abc_us-east-1.db", "abc_.db", "abc_us-east-1.db-lock", "shared-local-instance.db", "notes_x.txt", "plain.db"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for shared, want := range map[bool][]string{
		true:  {"shared-local-instance.db"},
		false: {"abc_.db", "abc_us-east-1.db"},
	} {
		o := dynamodblocal.Options{DBPath: folder, SharedDB: shared}
		files, err := o.Files()
		for i := range files {
			files[i] = filepath.Base(files[i])
		}
		if err != nil || !slices.Equal(files, want) {
			t.Errorf("shared %t: got %q, %v", shared, files, err)
		}
	}
}
