package gosdk

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
	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// A signature is made of the body that is sent, which is the compressed one.
func TestPutItem_compressed(t *testing.T) {
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
	const source = "measured against the service: Content-Encoding of requests"
	group(t, func(t *testing.T, c *caller) {
		for _, k := range cases {
			runCase(t, k.name, source, func(t *testing.T) {
				table := c.Borrow(t, hashTable)
				value := strings.Repeat("films ", 5000)
				put := harness.Raw{
					Op:     "PutItem",
					Body:   k.compress(`{"TableName":"` + table + `","Item":{"pk":{"S":"a"},"v":{"S":"` + value + `"}}}`),
					Header: map[string]string{"Content-Encoding": k.encoding},
				}
				if got := put.Send(t, c.Endpoint); got.Status != k.status {
					t.Fatalf("status %d: %s", got.Status, got.Body)
				}
				item := c.OK(t, "GetItem", `{"TableName":"`+table+`","Key":{"pk":{"S":"a"}}}`)
				if written := strings.Contains(item, value); written != (k.status == 200) {
					t.Errorf("written: %t", written)
				}
			})
		}
	})
}

// The SDK compares the answer's checksum with the bytes it got, before it decompresses them.
func TestGetItem_compressed(t *testing.T) {
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
	const source = "measured against the service: Accept-Encoding of answers"
	group(t, func(t *testing.T, c *caller) {
		for _, k := range cases {
			runCase(t, k.name, source, func(t *testing.T) {
				table := c.Borrow(t, hashTable)
				value := strings.Repeat("x", k.size)
				c.OK(t, "PutItem", `{"TableName":"`+table+`","Item":{"pk":{"S":"a"},"v":{"S":"`+value+`"}}}`)
				encodings := &encodingRecorder{}
				out, err := c.SDK.GetItem(context.Background(), &dynamodb.GetItemInput{
					TableName: &table, Key: map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: "a"}},
				}, func(o *dynamodb.Options) { o.EnableAcceptEncodingGzip, o.HTTPClient = k.asks, encodings })
				if err != nil {
					t.Fatal(err)
				}
				if v, ok := out.Item["v"].(*types.AttributeValueMemberS); !ok || v.Value != value {
					t.Error("the item came back changed")
				}
				if encodings.last != k.encoding {
					t.Errorf("encoding %q, want %q", encodings.last, k.encoding)
				}
			})
		}
	})
}

// encodingRecorder is an HTTP client that notes how the last answer was encoded.
type encodingRecorder struct{ last string }

func (r *encodingRecorder) Do(req *http.Request) (*http.Response, error) {
	resp, err := harness.HTTPClient.Do(req)
	if err == nil {
		r.last = resp.Header.Get("Content-Encoding")
	}
	return resp, err
}
