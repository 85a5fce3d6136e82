//go:build unix

package execute

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// endpoint is a server that answers everything with 200.
func endpoint(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(s.Close)
	return s.URL
}

// options are those of a run of some of the fake suites.
func options(t *testing.T, url string, suites ...string) Options {
	t.Helper()
	all, err := manifest.Load("testdata/suites")
	if err != nil {
		t.Fatal(err)
	}
	picked, err := manifest.Pick(all, suites)
	if err != nil {
		t.Fatal(err)
	}
	return Options{Suites: picked, URL: url, Out: t.TempDir(), Cache: t.TempDir(), Wait: 20 * time.Second, CaseTimeout: time.Minute, Progress: io.Discard,
		AccessKey: "key", SecretKey: "secret", Region: "eu-west-1"}
}

func do(t *testing.T, ctx context.Context, o Options) *result.Run {
	t.Helper()
	r, _, err := Do(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSuites(t *testing.T) {
	url := endpoint(t)
	for _, c := range []struct {
		suite, state, why, total string
		failures                 []string
		output                   string
	}{
		{suite: "green", state: result.Green, total: "2/2"},
		{suite: "fails", state: result.Failed, total: "1/2", failures: []string{"want ValidationException"}},
		{suite: "breaks", state: result.Broken, why: "status 3", total: "1/1", output: "Traceback: no such module"},
		{suite: "silent", state: result.Broken, why: "told no case", total: "0/0"},
		{suite: "garbled", state: result.Broken, why: "1 lines of its events are none", total: "1/1"},
		{suite: "inconsistent", state: result.Broken, why: "though no case failed", total: "1/1"},
		{suite: "forgets", state: result.Failed, why: "4 announced cases told no result", total: "1/5"},
		{suite: "skips", state: result.Broken, why: "all cases were skipped", total: "0/0"},
		{suite: "unprepared", state: result.Broken, why: "cannot be set up: ./setup.sh ended with status 7", total: "0/0", output: "no network"},
		{suite: "needy", state: result.Broken, why: "no-such-command-anywhere is not on the PATH: get it at the fair", total: "0/0"},
		{suite: "junit", state: result.Failed, total: "1/2", failures: []string{"first"}},
		{suite: "bad-junit", state: result.Broken, why: "half.xml", total: "1/1"},
		{suite: "go-test", state: result.Failed, why: "1 announced cases told no result", total: "1/3", failures: []string{"want ValidationException"}},
	} {
		t.Run(c.suite, func(t *testing.T) {
			o := options(t, url, c.suite)
			r := do(t, context.Background(), o)
			s := r.Suites[0]
			if s.State != c.state || !strings.Contains(s.Why, c.why) || s.Total().String() != c.total {
				t.Errorf("%s, %s: %q; want %s, %s: %q", s.State, s.Total(), s.Why, c.state, c.total, c.why)
			}
			if r.Green() != (c.state == result.Green) {
				t.Errorf("the run is green: %v", r.Green())
			}
			var failures []string
			for _, f := range s.Failures() {
				failures = append(failures, f.Message)
			}
			if !slices.Equal(failures, c.failures) {
				t.Errorf("failures %q, want %q", failures, c.failures)
			}
			if !strings.Contains(strings.Join(s.Output, "\n"), c.output) {
				t.Errorf("output %q, want %q", s.Output, c.output)
			}
			if _, err := os.Stat(filepath.Join(o.Out, c.suite, "ran")); err == nil {
				t.Error("a suite was run that could not be set up")
			}
		})
	}
}

func TestABrokenSuiteDoesNotKeepOthersFromRunning(t *testing.T) {
	r := do(t, context.Background(), options(t, endpoint(t), "needy", "unprepared", "breaks", "green"))
	var states []string
	for _, s := range r.Suites {
		states = append(states, s.Name+" "+s.State)
	}
	want := []string{"green green", "breaks broken", "needy broken", "unprepared broken"}
	if !slices.Equal(states, want) {
		t.Errorf("%q, want %q", states, want)
	}
	if r.Green() {
		t.Error("the run is green")
	}
}

func TestEnvironmentOfSuites(t *testing.T) {
	t.Setenv("AWS_PROFILE", "somebody")
	t.Setenv("AWS_SESSION_TOKEN", "of-another-key")
	t.Setenv("AWS_ENDPOINT_URL_DYNAMODB", "http://elsewhere")
	o := options(t, endpoint(t)+"/", "tells-environment")
	o.Only, o.Source, o.Start, o.Prefix = "environment::.*", "/src", "", "pre-"
	s := do(t, context.Background(), o).Suites[0]
	var told []string
	for _, c := range s.Cases {
		told = append(told, c.Case)
	}
	want := []string{"CONFORMANCE_URL=" + strings.TrimSuffix(o.URL, "/"), "CONFORMANCE_ACCESS_KEY=key", "CONFORMANCE_SECRET_KEY=secret", "CONFORMANCE_REGION=eu-west-1",
		"CONFORMANCE_PREFIX=pre-", "CONFORMANCE_ONLY=environment::.*", "CONFORMANCE_SOURCE=/src", "CONFORMANCE_START=", "CONFORMANCE_CASE_TIMEOUT=60",
		"AWS_ACCESS_KEY_ID=key", "AWS_SECRET_ACCESS_KEY=secret", "AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=eu-west-1", "AWS_EC2_METADATA_DISABLED=true",
		"AWS_PROFILE=unset", "AWS_SESSION_TOKEN=unset", "AWS_ENDPOINT_URL_DYNAMODB=unset", "a folder"}
	if !slices.Equal(told, want) {
		t.Errorf("told\n%s\nwant\n%s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnInterruptedRunEndsProgramsAndKeepsWhatIsKnown(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	o := options(t, endpoint(t), "green", "waits")
	o.Suites = append(o.Suites, o.Suites[0])
	o.Suites[2].Name = "later"
	pids := make(chan int)
	go func() {
		pids <- pidIn(filepath.Join(o.Out, "waits", "child"))
		interrupt()
	}()
	done := make(chan *result.Run)
	go func() {
		r, _, _ := Do(ctx, o)
		done <- r
	}()
	pid := <-pids
	r := <-done
	if !r.Interrupted || r.Green() {
		t.Errorf("interrupted: %v, green: %v", r.Interrupted, r.Green())
	}
	for i, want := range []string{result.Green, result.Interrupted, result.NotRun} {
		if got := r.Suites[i].State; got != want {
			t.Errorf("%s is %s, want %s", r.Suites[i].Name, got, want)
		}
	}
	if !ended(pid) {
		t.Errorf("process %d goes on", pid)
	}
}

// pidIn waits until a file has a number in it.
func pidIn(path string) int {
	for {
		text, _ := os.ReadFile(path) // it is asked for until it is there
		if pid, err := strconv.Atoi(strings.TrimSpace(string(text))); err == nil && strings.HasSuffix(string(text), "\n") {
			return pid
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// ended tells whether a process is gone soon, or waits for nobody but its parent.
func ended(pid int) bool {
	for range 200 {
		stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if syscall.Kill(pid, 0) != nil || err == nil && bytes.Contains(stat, []byte(") Z ")) {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

func TestAServerThatDiesIsStartedAgainAndFailsTheRun(t *testing.T) {
	for _, c := range []struct{ name, suite, status string }{
		{"it ends", "kills", "exit status 9"},
		{"it answers nothing any more", "hangs", "it gave no answer for 2s and was killed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			address := freeAddress(t)
			o := options(t, "http://"+address, c.suite)
			o.Start, o.Patience = fakeServer+"="+address+" exec "+os.Args[0], 2*time.Second
			r := do(t, context.Background(), o)
			if s := r.Suites[0]; s.State != result.Green || s.Total().String() != "2/2" {
				t.Errorf("the suite is %s, %s: %s", s.State, s.Total(), s.Why)
			}
			if len(r.Restarts) != 1 || r.Green() {
				t.Fatalf("%d restarts, green: %v", len(r.Restarts), r.Green())
			}
			d := r.Restarts[0]
			if d.Suite != c.suite || d.Status != c.status || d.Away <= 0 || !slices.Contains(d.Output, "the last words of the server") {
				t.Errorf("%+v", d)
			}
			if _, err := net.Dial("tcp", address); err == nil {
				t.Error("the server goes on after the run")
			}
		})
	}
}

func TestAServerThatDiesAtTheVeryEndFailsTheRun(t *testing.T) {
	address := freeAddress(t)
	o := options(t, "http://"+address, "kills-last")
	o.Start = fakeServer + "=" + address + " exec " + os.Args[0]
	r := do(t, context.Background(), o)
	if len(r.Restarts) != 1 || r.Restarts[0].Status != "exit status 9" || r.Green() {
		t.Errorf("%+v, green: %v", r.Restarts, r.Green())
	}
}

func TestEndpointsThatCannotBeJudged(t *testing.T) {
	for _, c := range []struct {
		name    string
		options func(*Options)
		problem string
	}{
		{"nobody answers", func(o *Options) { o.URL = "http://" + freeAddress(t) }, "no answer from"},
		{"somebody answers where a server is to be started", func(o *Options) { o.Start = "sleep 60" }, "somebody answers"},
		{"the server ends before it answers", func(o *Options) {
			o.URL, o.Start = "http://"+freeAddress(t), "echo cannot open the database; exit 4"
		}, "ended before.*it printed: cannot open the database"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options(t, endpoint(t), "green")
			o.Wait = time.Second
			c.options(&o)
			r := do(t, context.Background(), o)
			before, after, _ := strings.Cut(c.problem, ".*")
			if !strings.Contains(r.Problem, before) || !strings.Contains(r.Problem, after) {
				t.Errorf("problem %q, want %q", r.Problem, c.problem)
			}
			if r.Suites[0].State != result.NotRun || r.Green() {
				t.Errorf("the suite is %s, the run green: %v", r.Suites[0].State, r.Green())
			}
		})
	}
}

func TestAWrongKeyIsToldOnce(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Amz-Target") != "" {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"__type":"com.amazon.coral.service#UnrecognizedClientException","message":"no"}`)
		}
	}))
	defer s.Close()
	r := do(t, context.Background(), options(t, s.URL, "green"))
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "400 Bad Request, UnrecognizedClientException:") {
		t.Errorf("notes %q", r.Notes)
	}
}

func TestOnlySomeCases(t *testing.T) {
	o := options(t, endpoint(t), "silent", "forgets")
	o.Only = "put_item::stores"
	r := do(t, context.Background(), o)
	if r.Suites[0].State != result.Green || r.Suites[1].State != result.Empty || !r.Green() {
		t.Errorf("%s is %s, %s is %s", r.Suites[0].Name, r.Suites[0].State, r.Suites[1].Name, r.Suites[1].State)
	}
	o.Suites = o.Suites[1:]
	if do(t, context.Background(), o).Green() {
		t.Error("a run without any case is green")
	}
}

func TestResultsOfTheLastRunDoNotCount(t *testing.T) {
	o := options(t, endpoint(t), "green")
	for range 2 {
		if s := do(t, context.Background(), o).Suites[0]; s.Total().String() != "2/2" {
			t.Errorf("%s: %s", s.Total(), s.Why)
		}
	}
}

func TestFoldersThatAreNoResultsStay(t *testing.T) {
	o := options(t, endpoint(t), "green")
	precious := filepath.Join(o.Out, "green", "precious")
	if err := os.MkdirAll(precious, 0o755); err != nil {
		t.Fatal(err)
	}
	s := do(t, context.Background(), o).Suites[0]
	if s.State != result.Broken || !strings.Contains(s.Why, "is in the way") {
		t.Errorf("%s: %s", s.State, s.Why)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Error(err)
	}
}

func TestSetupOnlyRunsNothing(t *testing.T) {
	o := options(t, "", "green", "unprepared")
	o.SetupOnly = true
	r := do(t, context.Background(), o)
	if r.Suites[0].State != result.NotRun || r.Suites[1].State != result.Broken {
		t.Errorf("%s and %s", r.Suites[0].State, r.Suites[1].State)
	}
}

func TestProgress(t *testing.T) {
	for _, c := range []struct {
		name     string
		terminal bool
		want     string
	}{
		{"elsewhere lines stay", false, "green: green, 2/2\n"},
		{"on a terminal one line is written over", true, "\rgreen: put_item, 3/3 done, 0 failed\x1b[K"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			o := options(t, endpoint(t), "green")
			o.Progress, o.Terminal = &out, c.terminal
			do(t, context.Background(), o)
			if !strings.Contains(out.String(), c.want) {
				t.Errorf("%q has no %q", out.String(), c.want)
			}
		})
	}
}

func TestOptionsThatAreRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Options)
		err   string
	}{
		{"a URL without a scheme", func(o *Options) { o.URL = "localhost:8000" }, "--url"},
		{"an expression that is none", func(o *Options) { o.Only = "(" }, "--only"},
		{"a prefix that no table may have", func(o *Options) { o.Prefix = "a b" }, "--prefix"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options(t, "http://127.0.0.1:1", "green")
			c.spoil(&o)
			if _, _, err := Do(context.Background(), o); err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("error %v, want %s", err, c.err)
			}
		})
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func TestFoldersOfLabels(t *testing.T) {
	for label, want := range map[string]string{"127.0.0.1:8000": "127.0.0.1-8000", "[::1]:8000": "1--8000", "..": "run", "ddbsql on Postgres/17": "ddbsql-on-Postgres-17"} {
		if got := asFolder(label); got != want {
			t.Errorf("%q becomes %q, want %q", label, got, want)
		}
	}
}

func TestRunsThatShareACacheSetASuiteUpOneAfterTheOther(t *testing.T) {
	o := options(t, "", "prepared")
	o.SetupOnly = true
	states := make(chan result.Suite)
	for range 3 {
		other := o
		other.Out = t.TempDir()
		go func() {
			r, _, _ := Do(context.Background(), other)
			states <- r.Suites[0]
		}()
	}
	for range 3 {
		if s := <-states; s.State != result.NotRun {
			t.Errorf("%s: %s %q", s.State, s.Why, s.Output)
		}
	}
}
