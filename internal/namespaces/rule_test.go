package namespaces

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/auth"
)

func TestNamespacesOfCredentials(t *testing.T) {
	rule := func(m Mode) Rule {
		return Rule{Mode: m, Account: "000000000000", Region: "us-east-1", AccountOf: func(key string) string { return map[string]string{"KNOWN": "999999999999"}[key] }}
	}
	const zero, one, known = "000000000000", "111111111111", "999999999999"
	for _, c := range []struct {
		name  string
		mode  Mode
		key   string // empty for a request that names nobody
		in    string
		want  Namespace
		error string
	}{
		{"a key", AccessKey, "AKIA1", "eu-west-1", Namespace{"AKIA1", zero, "us-east-1"}, ""},
		{"a key whose account is known", AccessKey, "KNOWN", "us-east-1", Namespace{"KNOWN", known, "us-east-1"}, ""},
		{"a key that is an account", AccessKey, one, "us-east-1", Namespace{one, one, "us-east-1"}, ""},
		{"no key where keys count", AccessKey, "", "", Namespace{}, "missing"},
		{"a key of letters that no file has", AccessKey, "a/../b", "us-east-1", Namespace{}, "invalid"},
		{"a key that is too long", AccessKey, strings.Repeat("a", 54), "us-east-1", Namespace{}, "invalid"},
		{"a key that is too long for a schema", AccessKey, strings.Repeat("A", 27), "us-east-1", Namespace{}, "invalid"},
		{"the main account and region", AccountRegion, "anything", "us-east-1", Namespace{"", zero, "us-east-1"}, ""},
		{"another region", AccountRegion, "anything", "eu-west-1", Namespace{zero + "-eu-west-1", zero, "eu-west-1"}, ""},
		{"an account", AccountRegion, one, "us-east-1", Namespace{one + "-us-east-1", one, "us-east-1"}, ""},
		{"a known key", AccountRegion, "KNOWN", "eu-west-1", Namespace{known + "-eu-west-1", known, "eu-west-1"}, ""},
		{"no region", AccountRegion, one, "", Namespace{one + "-us-east-1", one, "us-east-1"}, ""},
		{"nobody where accounts count", AccountRegion, "", "", Namespace{"", zero, "us-east-1"}, ""},
		{"a region that is none", AccountRegion, one, "../x", Namespace{}, "valid region"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rule(c.mode)
			got, refusal := r.Of(auth.Scope{AccessKey: c.key, Region: c.in}, c.key != "")
			if c.error != "" {
				if refusal == nil || !strings.Contains(refusal.Error(), c.error) {
					t.Errorf("refused with %v, want %q", refusal, c.error)
				}
				return
			}
			if refusal != nil || got != c.want {
				t.Errorf("got %v, %v", got, refusal)
			}
			if named, err := r.Named(got.Name); err != nil || named != got {
				t.Errorf("by its name it is %v, %v", named, err)
			}
		})
	}
}

func TestNamesThatAreNoNamespaces(t *testing.T) {
	for mode, names := range map[Mode][]string{
		AccessKey:     {"a/b", strings.Repeat("a", 54)},
		AccountRegion: {"mine", "11111111111-us-east-1", "111111111111-", "111111111111-US", "111111111111us-east-1"},
		Off:           {"any"},
	} {
		for _, name := range names {
			r := Rule{Mode: mode, Account: "000000000000", Region: "us-east-1"}
			if got, err := r.Named(name); err == nil {
				t.Errorf("%s: %q is %v", mode, name, got)
			}
		}
	}
}

func TestSlugs(t *testing.T) {
	for name, want := range map[string]string{
		"test": "test", "AKIA7": "_a_k_i_a7", "111111111111-eu-west-1": "111111111111-eu-west-1", "a_b.C": "a__b_0_c",
	} {
		if got := Slug(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
		if back, err := Unslug(Slug(name)); back != name || err != nil {
			t.Errorf("%q came back as %q, %v", name, back, err)
		}
	}
	for _, slug := range []string{"", "_", "A", "_1", "a/b", "ddbsql.db"} {
		if name, err := Unslug(slug); err == nil {
			t.Errorf("%q is taken for the slug of %q", slug, name)
		}
	}
}
