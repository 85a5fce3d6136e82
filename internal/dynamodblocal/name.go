package dynamodblocal

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// SharedName is the database of -sharedDb.
const SharedName = "shared-local-instance"

// NameOf gives the name of the database that a request's credentials lead to, without the suffix of a file; named says whether it has
// any. As with DynamoDB Local every secret is the right one, but there has to be an access key, of letters and digits alone. A region that
// cannot be one counts as none.
func (o *Options) NameOf(scope auth.Scope, named bool) (string, *apierr.Error) {
	if !named {
		return "", errNoKey
	}
	if scope.AccessKey == "" || !consistsOf(scope.AccessKey, "") {
		return "", errBadKey
	}
	if o.SharedDB {
		return SharedName, nil
	}
	if !consistsOf(scope.Region, "-") {
		scope.Region = ""
	}
	return scope.AccessKey + "_" + scope.Region, nil
}

var (
	errNoKey  = apierr.New(apierr.MissingAuthentication, "Request is missing Authentication Token")
	errBadKey = apierr.New(apierr.UnrecognizedClient, "The security token included in the request is invalid.")
)

// consistsOf tells whether there is nothing in a text but ASCII letters, digits and what else is allowed.
func consistsOf(text, besides string) bool {
	return strings.IndexFunc(text, func(c rune) bool {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
		return !letter && !strings.ContainsRune(besides, c)
	}) < 0
}

// File is where a database is kept, under DynamoDB Local's own names.
func (o *Options) File(name string) string { return filepath.Join(o.DBPath, name+".db") }

// Files are the database files that there are, of any program.
func (o *Options) Files() ([]string, error) {
	entries, err := os.ReadDir(o.DBPath)
	if err != nil {
		return nil, err
	}
	pattern := "*_*.db"
	if o.SharedDB {
		pattern = SharedName + ".db"
	}
	var files []string
	for _, e := range entries {
		if ours, _ := filepath.Match(pattern, e.Name()); ours { // the patterns are sound
			files = append(files, filepath.Join(o.DBPath, e.Name()))
		}
	}
	return files, nil
}
