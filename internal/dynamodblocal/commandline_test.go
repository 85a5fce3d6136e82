package dynamodblocal_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/dynamodblocal"
)

func TestParse(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		name string
		args []string
		want dynamodblocal.Options
	}{
		{"nothing given", nil, dynamodblocal.Options{Port: 8000}},
		{"what a container is mostly started with", []string{"-inMemory", "-sharedDb", "-port", "8001"},
			dynamodblocal.Options{Port: 8001, InMemory: true, SharedDB: true}},
		{"what is kept", []string{"-sharedDb", "-dbPath", folder, "-optimizeDbBeforeStartup"},
			dynamodblocal.Options{Port: 8000, SharedDB: true, DBPath: folder, OptimizeDB: true}},
		{"the rest", []string{"-cors", "http://a,http://b", "-delayTransientStatuses", "-disableTelemetry"},
			dynamodblocal.Options{Port: 8000, Cors: "http://a,http://b", DelayTransientStatuses: true}},
		{"two hyphens are as good as one", []string{"--inMemory", "--port", "1"}, dynamodblocal.Options{Port: 1, InMemory: true}},
		{"of two ports the first counts", []string{"-port", "1", "-port", "2"}, dynamodblocal.Options{Port: 1}},
		{"words that are no options are skipped", []string{"extra", "-inMemory", "more"}, dynamodblocal.Options{Port: 8000, InMemory: true}},
		{"nothing is an option after two hyphens", []string{"--", "-bogus"}, dynamodblocal.Options{Port: 8000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, end := dynamodblocal.Parse(c.args)
			if end != nil || *got != c.want {
				t.Errorf("got %+v, ending %+v, want %+v", got, end, c.want)
			}
		})
	}
}

func TestParseEnds(t *testing.T) {
	const parsing, processing = "Error while parsing options. ", "\nError processing the supplied command line arguments"
	for _, c := range []struct {
		name           string
		args           []string
		stdout, stderr string // stdout: how it begins
	}{
		{"help", []string{"-help"}, "usage: java ", ""},
		{"help comes before the version", []string{"-version", "-help"}, "usage: java ", ""},
		{"the version comes before what is wrong with the rest", []string{"-version", "-port", "0"}, "2.6.1+ddbsql\n", ""},
		{"an option nobody knows", []string{"-bogus"}, "usage: java ", parsing + "Unrecognized option: -bogus" + processing},
		{"a value joined to its option", []string{"-port=1"}, "usage: java ", parsing + "Unrecognized option: -port=1" + processing},
		{"an option nobody knows beside help", []string{"-help", "-h"}, "usage: java ", parsing + "Unrecognized option: -h" + processing},
		{"no port after the option", []string{"-port"}, "usage: java ", parsing + "Missing argument for option: port" + processing},
		{"an option where a list of origins should be", []string{"-cors", "-inMemory"}, "usage: java ", parsing + "Missing argument for option: cors" + processing},
		{"a port that is none", []string{"-port", "abc"}, "", "Invalid Port. Port number must lie between 1 and 65535."},
		{"a port too small", []string{"-port", "0"}, "", "Invalid Port. Port number must lie between 1 and 65535."},
		{"a negative port", []string{"-port", "-1"}, "", "Invalid Port. Port number must lie between 1 and 65535."},
		{"a port too large", []string{"-port", "65536"}, "", "Invalid Port. Port number must lie between 1 and 65535."},
		{"a folder for what is in memory", []string{"-inMemory", "-dbPath", "."}, "", "dbPath and inMemory cannot be set at the same time."},
		{"a folder that is not there", []string{"-dbPath", "no/such"}, "", "Invalid directory for database creation."},
		{"nothing to optimize", []string{"-optimizeDbBeforeStartup"}, "",
			"optimizeDbBeforeStartup option must be used with dbPath to determine the location of database files to optimize."},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, end := dynamodblocal.Parse(c.args)
			if end == nil || !strings.HasPrefix(end.Stdout, c.stdout) || (c.stdout == "") != (end.Stdout == "") || end.Stderr != c.stderr {
				t.Errorf("got %+v", end)
			}
		})
	}
}

func TestAnnounce(t *testing.T) {
	for _, c := range []struct {
		options dynamodblocal.Options
		want    string
	}{
		{dynamodblocal.Options{Port: 8000, InMemory: true},
			"Port:\t8000\nInMemory:\ttrue\nVersion:\t2.6.1+ddbsql\nDbPath:\tnull\nSharedDb:\tfalse\nshouldDelayTransientStatuses:\tfalse\nCorsParams:\tnull\n\n"},
		{dynamodblocal.Options{Port: 1, DBPath: "data", SharedDB: true, DelayTransientStatuses: true, Cors: "*"},
			"Port:\t1\nInMemory:\tfalse\nVersion:\t2.6.1+ddbsql\nDbPath:\tdata\nSharedDb:\ttrue\nshouldDelayTransientStatuses:\ttrue\nCorsParams:\t*\n\n"},
	} {
		var out strings.Builder
		if err := c.options.Announce(&out); err != nil {
			t.Fatal(err)
		}
		if want := "Initializing DynamoDB Local with the following configuration:\n" + c.want; out.String() != want {
			t.Errorf("got %q, want %q", out.String(), want)
		}
	}
}

func TestOrigins(t *testing.T) {
	for cors, want := range map[string][]string{
		"": nil, "*": nil, "http://a,*": nil, "http://a": {"http://a"}, "http://a, http://b": {"http://a", "http://b"},
	} {
		o := dynamodblocal.Options{Cors: cors}
		if got := o.Origins(); !slices.Equal(got, want) || (got == nil) != (want == nil) {
			t.Errorf("-cors %q: got %q, want %q", cors, got, want)
		}
	}
}
