package conformance

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// A signature is made of the body that is sent, which is the compressed one.
func TestCompressedRequests(t *testing.T) {
	compressed := func(w io.WriteCloser, b *bytes.Buffer, text string) string {
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	cases := []struct {
		name, encoding string
		compress       func(text string) string
		status         int
	}{
		{"gzip", "gzip", func(text string) string {
			var b bytes.Buffer
			return compressed(gzip.NewWriter(&b), &b, text)
		}, 200},
		{"deflate", "deflate", func(text string) string {
			var b bytes.Buffer
			return compressed(zlib.NewWriter(&b), &b, text)
		}, 200},
		{"plain text called gzip", "gzip", func(text string) string { return text }, 500},
		{"an unknown encoding", "dog", func(text string) string { return text }, 500},
	}
	onEach(t, func(t *testing.T, caller *caller) {
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				table := newTableName()
				createTable(t, caller, table, hashTable)
				value := strings.Repeat("films ", 5000)
				put := rawRequest{
					op:     "PutItem",
					body:   c.compress(`{"TableName":"` + table + `","Item":{"pk":{"S":"a"},"v":{"S":"` + value + `"}}}`),
					header: map[string]string{"Content-Encoding": c.encoding},
				}
				if got := put.send(t, caller.target); got.status != c.status {
					t.Fatalf("status %d: %s", got.status, got.body)
				}
				item := caller.ok(t, "GetItem", `{"TableName":"`+table+`","Key":{"pk":{"S":"a"}}}`)
				if written := strings.Contains(item, value); written != (c.status == 200) {
					t.Errorf("written: %t", written)
				}
			})
		}
	})
}

// The SDK compares the answer's checksum with the bytes it got, before it decompresses them.
func TestCompressedAnswers(t *testing.T) {
	cases := []struct {
		name     string
		asks     bool
		size     int
		encoding string
	}{
		{"a client that does not ask", false, 10000, ""},
		{"a client that asks", true, 10000, "gzip"},
		{"a client that asks for little", true, 1000, ""},
	}
	onEach(t, func(t *testing.T, caller *caller) {
		table := newTableName()
		createTable(t, caller, table, hashTable)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				value := strings.Repeat("x", c.size)
				caller.ok(t, "PutItem", `{"TableName":"`+table+`","Item":{"pk":{"S":"a"},"v":{"S":"`+value+`"}}}`)
				encodings := &encodingRecorder{}
				out, err := caller.sdk.GetItem(context.Background(), &dynamodb.GetItemInput{
					TableName: &table, Key: map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: "a"}},
				}, func(o *dynamodb.Options) { o.EnableAcceptEncodingGzip, o.HTTPClient = c.asks, encodings })
				if err != nil {
					t.Fatal(err)
				}
				if v, ok := out.Item["v"].(*types.AttributeValueMemberS); !ok || v.Value != value {
					t.Error("the item came back changed")
				}
				if encodings.last != c.encoding {
					t.Errorf("encoding %q, want %q", encodings.last, c.encoding)
				}
			})
		}
	})
}

// encodingRecorder is an HTTP client that notes how the last answer was encoded.
type encodingRecorder struct{ last string }

func (r *encodingRecorder) Do(req *http.Request) (*http.Response, error) {
	resp, err := httpClient.Do(req)
	if err == nil {
		r.last = resp.Header.Get("Content-Encoding")
	}
	return resp, err
}
