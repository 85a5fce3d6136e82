package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// word is in all that is the owner's.
const word = "for-the-owner-alone"

// object is a JSON object.
type object = map[string]any

func text(s string) object { return object{"S": s} }

// caller is somebody with a key, who signs for a region and talks to one server.
type caller struct {
	name, key, secret, region, url string
}

// answer is what a server said.
type answer struct {
	status int
	text   string
}

// leak is an error if the answer tells what is the owner's.
func (a answer) leak() error {
	if strings.Contains(a.text, word) {
		return fmt.Errorf("the answer has the owner's word: %d %s", a.status, a.text)
	}
	return nil
}

// refused is an error unless the request was refused, for a reason of its own.
func (a answer) refused() error {
	if a.status != http.StatusBadRequest {
		return fmt.Errorf("the request was not refused: %d %s", a.status, a.text)
	}
	return a.leak()
}

// member reads a member of the answer's object.
func (a answer) member(name string) (any, error) {
	var members object
	if err := json.Unmarshal([]byte(a.text), &members); err != nil {
		return nil, fmt.Errorf("answer %s: %w", a.text, err)
	}
	if members[name] == nil {
		return nil, fmt.Errorf("no %s in the answer %s", name, a.text)
	}
	return members[name], nil
}

// ask sends an operation with a body of JSON. Operations of streams are those of the other target.
func (c *caller) ask(operation string, in object) (answer, error) {
	body, err := json.Marshal(in)
	if err != nil {
		return answer{}, err
	}
	r, err := http.NewRequest(http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	target := "DynamoDB_20120810."
	switch operation {
	case "DescribeStream", "GetRecords", "GetShardIterator", "ListStreams":
		target = "DynamoDBStreams_20120810."
	}
	r.Header.Set("X-Amz-Target", target+operation)
	r.Header.Set("Content-Type", "application/x-amz-json-1.0")
	sum := sha256.Sum256(body)
	keys := aws.Credentials{AccessKeyID: c.key, SecretAccessKey: c.secret}
	if err := v4.NewSigner().SignHTTP(context.Background(), keys, r, hex.EncodeToString(sum[:]), "dynamodb", c.region, time.Now()); err != nil {
		return answer{}, err
	}
	res, err := server.HTTPClient.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer res.Body.Close()
	out, err := io.ReadAll(res.Body)
	return answer{res.StatusCode, string(out)}, err
}

// must asks for what has to succeed.
func (c *caller) must(operation string, in object) (answer, error) {
	a, err := c.ask(operation, in)
	if err == nil && a.status != http.StatusOK {
		err = fmt.Errorf("%s by %s: %d %s", operation, c.name, a.status, a.text)
	}
	return a, err
}
