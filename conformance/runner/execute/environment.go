package execute

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
)

// Names of files in the folder of a suite's results.
const (
	eventsName = "events.jsonl"
	outputName = "output.log"
	setupName  = "setup.log"
)

// outOf is the folder of a suite's logs and results.
func (o *Options) outOf(s manifest.Suite) string { return filepath.Join(o.Out, s.Name) }

// environment is what a suite's programs find in theirs.
func (o *Options) environment(s manifest.Suite) []string {
	out := o.outOf(s)
	return append(o.inherited(os.Environ()),
		"CONFORMANCE_URL="+o.URL,
		"CONFORMANCE_ACCESS_KEY="+o.AccessKey,
		"CONFORMANCE_SECRET_KEY="+o.SecretKey,
		"CONFORMANCE_REGION="+o.Region,
		"CONFORMANCE_OUT="+out,
		"CONFORMANCE_CACHE="+filepath.Join(o.Cache, s.Name),
		"CONFORMANCE_PREFIX="+o.Prefix,
		"CONFORMANCE_ONLY="+o.Only,
		"CONFORMANCE_EVENTS="+filepath.Join(out, eventsName),
		"CONFORMANCE_SOURCE="+o.Source,
		"CONFORMANCE_START="+o.Start,
		"CONFORMANCE_CASE_TIMEOUT="+strconv.Itoa(int(o.CaseTimeout.Seconds())),
		"AWS_ACCESS_KEY_ID="+o.AccessKey,
		"AWS_SECRET_ACCESS_KEY="+o.SecretKey,
		"AWS_REGION="+o.Region,
		"AWS_DEFAULT_REGION="+o.Region,
		"AWS_EC2_METADATA_DISABLED=true",
	)
}

// inherited leaves out what would lead an SDK to other credentials or another endpoint than those of the run. A session token stays if it
// is that of the run's key.
func (o *Options) inherited(environment []string) []string {
	sameKey := os.Getenv("AWS_ACCESS_KEY_ID") == o.AccessKey
	var kept []string
	for _, pair := range environment {
		name, _, _ := strings.Cut(pair, "=")
		switch {
		case name == "AWS_PROFILE" || name == "AWS_DEFAULT_PROFILE" || strings.HasPrefix(name, "AWS_ENDPOINT_URL"):
		case name == "AWS_SESSION_TOKEN" && !sameKey:
		default:
			kept = append(kept, pair)
		}
	}
	return kept
}
