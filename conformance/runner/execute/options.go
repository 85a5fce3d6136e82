// Package execute sets suites up and runs them against an endpoint, one after the other, as programs of their own. It knows an endpoint's
// URL and nothing of what is behind it.
package execute

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
)

// Options say what is run against what.
type Options struct {
	Suites      []manifest.Suite
	URL         string
	Label       string // of the run; made from the URL when empty
	AccessKey   string
	SecretKey   string
	Region      string
	Out         string        // folder of the results; Results/Label when empty
	Cache       string        // folder that lasts between runs; below the user's cache folder when empty
	Source      string        // passed on to suites
	Only        string        // regular expression over "file::case"; all cases when empty
	Start       string        // shell command of a server to start for the run; none when empty
	Prefix      string        // of the names of tables; made at random when empty
	Wait        time.Duration // for the endpoint's first answer
	Patience    time.Duration // with a started server that answers nothing any more; hangTime when zero
	CaseTimeout time.Duration // passed on to suites
	SetupOnly   bool

	Progress io.Writer
	Terminal bool // Progress is a terminal: one line is written over again and again
}

// Results is the default folder of results, seen from the working folder.
const Results = "conformance/results"

var (
	prefixForm = regexp.MustCompile(`^[a-zA-Z0-9_.-]{1,60}$`)
	notInLabel = regexp.MustCompile(`[^a-zA-Z0-9._-]+`)
)

// complete checks what was given and fills in what was not.
func (o *Options) complete() error {
	if err := o.checkURL(); err != nil {
		return err
	}
	if _, err := regexp.Compile(o.Only); err != nil {
		return fmt.Errorf("--only: %w", err)
	}
	if o.Label == "" {
		o.Label = labelOf(o.URL)
	}
	if o.Out == "" {
		o.Out = filepath.Join(filepath.FromSlash(Results), notInLabel.ReplaceAllString(o.Label, "-"))
	}
	if o.Patience == 0 {
		o.Patience = hangTime
	}
	if o.Prefix == "" {
		o.Prefix = "ddbsql-conformance-" + salt() + "-"
	}
	if !prefixForm.MatchString(o.Prefix) {
		return fmt.Errorf("--prefix is %q, must be 1 to 60 letters, digits, hyphens, points and underscores", o.Prefix)
	}
	if o.Cache == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return fmt.Errorf("no folder for what lasts between runs, give one with --cache: %w", err)
		}
		o.Cache = filepath.Join(cache, "ddbsql-conformance")
	}
	for _, folder := range []*string{&o.Out, &o.Cache} {
		absolute, err := filepath.Abs(*folder)
		if err != nil {
			return err
		}
		*folder = absolute
	}
	return nil
}

func (o *Options) checkURL() error {
	if o.URL == "" && o.SetupOnly {
		return nil
	}
	u, err := url.Parse(o.URL)
	if err != nil {
		return fmt.Errorf("--url: %w", err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("--url is %q, must be as http://127.0.0.1:8000", o.URL)
	}
	o.URL = strings.TrimRight(o.URL, "/")
	return nil
}

// labelOf makes "127.0.0.1-8000" of an endpoint.
func labelOf(endpoint string) string {
	u, err := url.Parse(endpoint)
	if err != nil || u.Host == "" {
		return "setup"
	}
	return strings.Trim(notInLabel.ReplaceAllString(u.Host, "-"), "-")
}

func salt() string {
	var b [3]byte
	_, _ = rand.Read(b[:]) // never fails, says its documentation
	return hex.EncodeToString(b[:])
}
