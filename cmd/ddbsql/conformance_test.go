package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeSuites are those of the runner's own tests.
const fakeSuites = "../../conformance/runner/execute/testdata/suites"

func TestConformanceList(t *testing.T) {
	r := run{args: []string{"conformance", "list"}, environment: map[string]string{}}
	t.Setenv("DDBSQL_SUITES", fakeSuites)
	if err := r.execute(t); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"green (tier 1): everything passes\n", "  MISSING: no-such-command-anywhere is not on the PATH: get it at the fair\n"} {
		if !strings.Contains(r.stdout, part) {
			t.Errorf("no %q in %s", part, r.stdout)
		}
	}
}

func TestConformanceHelpHasNoSettingsOfTheServer(t *testing.T) {
	for _, command := range []string{"list", "run", "compare", "report"} {
		r := run{args: []string{"conformance", command, "--help"}}
		if err := r.execute(t); err != nil || strings.Contains(r.stdout, "--durability") || !strings.Contains(r.stdout, "Usage:\n  ddbsql conformance "+command) {
			t.Errorf("%v\n%s", err, r.stdout)
		}
	}
}

// conformanceRun runs fake suites against a server that answers everything, and gives the folder of the results.
func conformanceRun(t *testing.T, label string, suites ...string) (r *run, out string, err error) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(s.Close)
	out = filepath.Join(t.TempDir(), label)
	args := []string{"conformance", "run", "--suites", fakeSuites, "--url", s.URL, "--name", label, "--out", out, "--cache", t.TempDir()}
	for _, suite := range suites {
		args = append(args, "--suite", suite)
	}
	r = &run{args: args}
	return r, out, r.execute(t)
}

func TestConformanceRun(t *testing.T) {
	for _, c := range []struct {
		name   string
		suites []string
		err    string
		stdout string
	}{
		{"green", []string{"green"}, "", "green: green, 2/2, 1 skipped"},
		{"a case fails", []string{"green", "fails"}, "not green", "fails put_item::refuses an empty key: want ValidationException"},
		{"a suite is broken", []string{"green", "needy"}, "not green", "needy: broken"},
		{"an unknown suite", []string{"unknown"}, `no suite "unknown"`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, out, err := conformanceRun(t, "label", c.suites...)
			if !errorHas(err, c.err) || !strings.Contains(r.stdout, c.stdout) {
				t.Errorf("error %v, want %q; printed %s", err, c.err, r.stdout)
			}
			if _, err := os.Stat(filepath.Join(out, "matrix.json")); (err == nil) != (c.stdout != "") {
				t.Errorf("results: %v", err)
			}
		})
	}
}

func TestConformanceRunNeedsAnEndpoint(t *testing.T) {
	r := run{args: []string{"conformance", "run", "--suites", fakeSuites}}
	if err := r.execute(t); !errorHas(err, "--url is needed") {
		t.Errorf("error %v", err)
	}
}

func TestConformanceCompareAndReport(t *testing.T) {
	_, good, err := conformanceRun(t, "good", "green")
	if err != nil {
		t.Fatal(err)
	}
	_, bad, _ := conformanceRun(t, "bad", "fails") // that it fails is what is compared
	dir := t.TempDir()
	baseline, page := filepath.Join(dir, "baseline.json"), filepath.Join(dir, "page.html")
	for _, c := range []struct {
		name   string
		args   []string
		err    string
		stdout string
	}{
		{"side by side", []string{"compare", good, bad}, "", "suite / file  good  bad\n"},
		{"as Markdown, with operations", []string{"compare", "--format", "markdown", "--operations", good, bad}, "", "## Operations"},
		{"a form that is unknown", []string{"compare", "--format", "yaml", good}, "--format", ""},
		{"a baseline of two runs", []string{"compare", "--write-baseline", baseline, good, bad}, "takes one RESULT", ""},
		{"a baseline", []string{"compare", "--write-baseline", baseline, good}, "", "2 cases of good written"},
		{"no regression", []string{"compare", "--baseline", baseline, good}, "", "no regression: 2 cases"},
		{"regressions alone are printed", []string{"compare", "--baseline", baseline, good, bad}, "1 regressions", "bad: green: not part of the run\n"},
		{"no regression of the suites that are looked at", []string{"compare", "--baseline", baseline, "--suite", "green", good}, "", "no regression: 2 cases"},
		{"a baseline without the suites that are looked at", []string{"compare", "--baseline", baseline, "--suite", "other", bad}, "promises no case", ""},
		{"what is no result", []string{"compare", baseline}, "is no result of a run", ""},
		{"a page", []string{"report", "--out", page, good, bad}, "", ""},
		{"a page needs a file", []string{"report", good}, "--out is needed", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run{args: append([]string{"conformance"}, c.args...)}
			if err := r.execute(t); !errorHas(err, c.err) || !strings.Contains(r.stdout, c.stdout) {
				t.Errorf("error %v, want %q; printed %s", err, c.err, r.stdout)
			}
		})
	}
	if text, err := os.ReadFile(page); err != nil || !strings.Contains(string(text), "<td class=\"bad\">✗ 1/2") {
		t.Errorf("page %s, %v", text, err)
	}
}

func TestConformanceTakesSecretsFromTheEnvironment(t *testing.T) {
	var signed []string
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if a := r.Header.Get("Authorization"); a != "" {
			signed = append(signed, a)
		}
	}))
	defer s.Close()
	r := run{args: []string{"conformance", "run", "--suites", fakeSuites, "--suite", "green", "--url", s.URL, "--out", t.TempDir(), "--cache", t.TempDir()},
		environment: map[string]string{"DDBSQL_ACCESS_KEY": "AKID", "DDBSQL_SECRET_KEY": "SECRET", "DDBSQL_REGION": "eu-west-1"}}
	if err := r.execute(t); err != nil {
		t.Fatal(err)
	}
	if len(signed) != 1 || !strings.Contains(signed[0], "Credential=AKID/") || !strings.Contains(signed[0], "/eu-west-1/dynamodb/") {
		t.Errorf("%q", signed)
	}
}
