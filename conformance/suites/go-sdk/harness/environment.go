// Package harness asks a DynamoDB endpoint as an SDK does, keeps the tables that cases share, and compares answers with what they
// must be. It knows a URL, two keys, a region and how table names begin, and nothing else of what it asks.
package harness

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"
)

// Endpoint is a service under test, and who asks it.
type Endpoint struct {
	URL         string // http or https, without a final slash
	StreamsURL  string // where streams are asked; empty for the same URL
	Key, Secret string // sign every request
	Session     string // the session token that belongs to the key, if it is one of limited life
	Region      string
}

// Settings are what the environment says of a run.
type Settings struct {
	// Endpoint is asked. Other is another address of the same service, or the same: cases of several callers spread over both.
	Endpoint, Other Endpoint
	// Prefix begins the name of every table; all tables whose names begin so are removed at the end.
	Prefix string
	// Settle is how long an eventually consistent read is repeated until it gives the answer.
	Settle time.Duration
	// Patience is how long a change of a table may take, and a request.
	Patience time.Duration
	// Expiry is how long the service may take to remove an item whose time to live is over; 0 leaves out what would wait for that.
	Expiry time.Duration
	// Words are those that errors must use.
	Words Wording
	// Unsigned says that the service does not verify signatures, so that cases of wrong ones are left out.
	Unsigned bool
}

const defaultPatience = 60 * time.Second

// FromEnvironment reads the settings; ok is false if the environment names no endpoint. README.md lists the variables.
func FromEnvironment() (s Settings, ok bool, err error) {
	address := os.Getenv("CONFORMANCE_URL")
	if address == "" {
		return s, false, nil
	}
	s.Endpoint = Endpoint{
		URL:     strings.TrimSuffix(address, "/"),
		Key:     cmp.Or(os.Getenv("CONFORMANCE_ACCESS_KEY"), "conformance"),
		Secret:  cmp.Or(os.Getenv("CONFORMANCE_SECRET_KEY"), "conformance"),
		Session: os.Getenv("AWS_SESSION_TOKEN"),
		Region:  cmp.Or(os.Getenv("CONFORMANCE_REGION"), "us-east-1"),
	}
	if isAWS(address) {
		s.Endpoint.StreamsURL = strings.Replace(s.Endpoint.URL, "//dynamodb.", "//streams.dynamodb.", 1)
	}
	s.Other = s.Endpoint
	s.Other.URL = strings.TrimSuffix(cmp.Or(os.Getenv("CONFORMANCE_GO_SDK_OTHER_URL"), address), "/")
	s.Prefix = cmp.Or(os.Getenv("CONFORMANCE_PREFIX"), "ddbsql-conformance-"+RandomID()+"-")
	s.Unsigned = os.Getenv("CONFORMANCE_GO_SDK_UNSIGNED") != ""
	s.Words = EitherWords
	if os.Getenv("CONFORMANCE_GO_SDK_WORDS") == string(NewerWords) {
		s.Words = NewerWords
	}
	settle := time.Second
	if isAWS(address) {
		settle = 15 * time.Second
	}
	patience := defaultPatience
	if text := os.Getenv("CONFORMANCE_CASE_TIMEOUT"); text != "" {
		if patience, err = time.ParseDuration(text + "s"); err != nil {
			return s, false, fmt.Errorf("CONFORMANCE_CASE_TIMEOUT is in seconds: %w", err)
		}
	}
	s.Patience = patience
	if s.Settle, err = durationOf("CONFORMANCE_GO_SDK_SETTLE", settle); err != nil {
		return s, false, err
	}
	s.Expiry, err = durationOf("CONFORMANCE_GO_SDK_EXPIRY", 0)
	return s, err == nil, err
}

// isAWS says whether a URL is the service's own, whose indexes follow their tables after a while.
func isAWS(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (strings.HasSuffix(u.Hostname(), ".amazonaws.com") || strings.HasSuffix(u.Hostname(), ".api.aws"))
}

func durationOf(name string, otherwise time.Duration) (time.Duration, error) {
	text := os.Getenv(name)
	if text == "" {
		return otherwise, nil
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// RandomID is eight hexadecimal digits that nobody else has.
func RandomID() string {
	var b [4]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err)
	}
	return hex.EncodeToString(b[:])
}
