package conformance

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// unserved are the operations the README lists as not served.
func unserved(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, found := strings.Cut(string(text), "Operations not served yet: ")
	if !found {
		t.Fatal("the README has no list of operations not served")
	}
	list, _, _ = strings.Cut(list, "\n\n")
	return regexp.MustCompile(`[A-Z][a-z]+[A-Z][A-Za-z]+`).FindAllString(strings.ReplaceAll(list, "DynamoDB", ""), -1)
}

// operations are all the SDK knows.
func operations() []string {
	var names []string
	client := reflect.TypeFor[*dynamodb.Client]()
	for i := range client.NumMethod() {
		if m := client.Method(i); m.Type.NumIn() == 4 && m.Type.In(2).Kind() == reflect.Pointer {
			names = append(names, m.Name)
		}
	}
	return names
}

// The README's list is the truth: what it names is unknown to the server, every other operation of the SDK is not.
func TestOperationsNotServedAreListed(t *testing.T) {
	t.Parallel()
	listed := unserved(t)
	all := operations()
	if len(all) < 55 || len(listed) < 4 {
		t.Fatalf("%d operations in the SDK and %d in the README: too few to be true", len(all), len(listed))
	}
	onEach(t, func(t *testing.T, c *caller) {
		for _, op := range slices.Concat(all, listed) {
			got := harness.Raw{Op: op, Body: `{}`}.Send(t, c.Endpoint)
			unknown := strings.HasSuffix(got.Kind, "#UnknownOperationException")
			if want := slices.Contains(listed, op); unknown != want {
				t.Errorf("%s: unknown to the server: %t, listed in the README as not served: %t", op, unknown, want)
			}
		}
	})
}
