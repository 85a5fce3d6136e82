package execute

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

const (
	probeInterval = 100 * time.Millisecond
	probeTimeout  = 5 * time.Second
)

// prober asks whether somebody is there. Who that is, by a certificate, is the suites' business; nothing secret is said.
var prober = &http.Client{
	Timeout:       probeTimeout,
	Transport:     &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// answers tells whether an endpoint gives any answer in HTTP.
func answers(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/", nil)
	if err != nil {
		return err
	}
	res, err := prober.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// waitForAnswer returns once the endpoint answers, or with an error when the time is over or gone is closed.
func waitForAnswer(ctx context.Context, url string, patience time.Duration, gone <-chan struct{}) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(probeInterval)
	defer tick.Stop()
	for {
		err := answers(ctx, url)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no answer from %s within %s: %w", url, patience, err)
		case <-gone:
			return fmt.Errorf("the server ended before %s answered", url)
		case <-tick.C:
		}
	}
}

// firstQuestion asks for the tables, signed as the suites' requests are, and gives a remark if that is not answered. It is no judgement: a
// server may well fail here and be judged by its suites; but who gave wrong keys should be told so once, not a thousand times.
func (r *runner) firstQuestion(ctx context.Context) string {
	const body = `{"Limit":1}`
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.URL+"/", strings.NewReader(body))
	if err != nil {
		return err.Error()
	}
	req.Header.Set("Content-Type", "application/x-amz-json-1.0")
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810.ListTables")
	sign(req, body, signer{key: r.AccessKey, secret: r.SecretKey, region: r.Region, at: time.Now()})
	res, err := prober.Do(req)
	if err != nil {
		return "a first ListTables got no answer: " + err.Error()
	}
	defer res.Body.Close()
	if res.StatusCode == http.StatusOK {
		return ""
	}
	remark := "a first ListTables was answered with " + res.Status
	var refusal struct {
		Type string `json:"__type"`
	}
	const enough = 4 << 10
	if json.NewDecoder(io.LimitReader(res.Body, enough)).Decode(&refusal) == nil && refusal.Type != "" {
		remark += ", " + refusal.Type[strings.LastIndexByte(refusal.Type, '#')+1:]
	}
	return result.Line(remark+": are the access key, the secret key and the region right?", lineBytes)
}
