// Package execute sets suites up and runs them against an endpoint, one after the other, as programs of their own. It knows an endpoint's
// URL and nothing of what is behind it.
package execute

import (
	"cmp"
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

// maxPrefix leaves most of a table's name, of 255 bytes, to the suites.
const maxPrefix = 60

// inTableName tells whether a table's name may have a character. A folder's may then, too.
func inTableName(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_' || r == '.' || r == '-'
}

// asFolder makes a folder's name of a label, "run" if nothing of it can be in one.
func asFolder(label string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if inTableName(r) {
			return r
		}
		return '-'
	}, label), "-.")
	return cmp.Or(name, "run")
}

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
		o.Out = filepath.Join(filepath.FromSlash(Results), asFolder(o.Label))
	}
	if o.Patience == 0 {
		o.Patience = hangTime
	}
	if o.Prefix == "" {
		o.Prefix = "ddbsql-conformance-" + salt() + "-"
	}
	if len(o.Prefix) > maxPrefix || strings.ContainsFunc(o.Prefix, func(r rune) bool { return !inTableName(r) }) {
		return fmt.Errorf("--prefix is %q, must be at most %d letters, digits, hyphens, points and underscores", o.Prefix, maxPrefix)
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
	return asFolder(u.Host)
}

func salt() string {
	var b [3]byte
	_, _ = rand.Read(b[:]) // never fails, says its documentation
	return hex.EncodeToString(b[:])
}
