package server_test

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"runtime/metrics"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

func gzipped(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.String()
}

func deflated(text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.String()
}

func TestCompressedRequest(t *testing.T) {
	const plain = `{"TableName":"films"}`
	large := strings.Repeat(" ", 17*megabyte)
	flipped := []byte(gzipped(plain))
	flipped[len(flipped)-6] ^= 1 // in the checksum
	for _, c := range []struct {
		name      string
		encodings []string
		body      string
		status    int
		read      string // what the operation got
	}{
		{"no encoding", nil, plain, 200, plain},
		{"identity is no encoding", []string{"identity"}, plain, 200, plain},
		{"gzip", []string{"gzip"}, gzipped(plain), 200, plain},
		{"gzip in capitals", []string{"GZIP"}, gzipped(plain), 200, plain},
		{"gzip in two members", []string{"gzip"}, gzipped(plain[:9]) + gzipped(plain[9:]), 200, plain},
		{"gzip of a long body", []string{"gzip"}, gzipped(large[:megabyte]), 200, large[:megabyte]},
		{"gzip of nothing", []string{"gzip"}, gzipped(""), 200, ""},
		{"deflate", []string{"deflate"}, deflated(plain), 200, plain},

		{"an encoding nobody knows", []string{"dog"}, plain, 500, ""},
		{"two encodings", []string{"gzip", "deflate"}, gzipped(plain), 500, ""},
		{"two encodings in one header", []string{"gzip, deflate"}, gzipped(plain), 500, ""},
		{"plain text called gzip", []string{"gzip"}, plain, 500, ""},
		{"plain text called deflate", []string{"deflate"}, plain, 500, ""},
		{"deflate called gzip", []string{"gzip"}, deflated(plain), 500, ""},
		{"an empty body called gzip", []string{"gzip"}, "", 500, ""},
		{"an empty body called deflate", []string{"deflate"}, "", 500, ""},
		{"gzip without its end", []string{"gzip"}, gzipped(plain)[:len(gzipped(plain))-1], 500, ""},
		{"deflate without its end", []string{"deflate"}, deflated(plain)[:len(deflated(plain))-1], 500, ""},
		{"gzip with another checksum", []string{"gzip"}, string(flipped), 500, ""},
		{"junk behind gzip", []string{"gzip"}, gzipped(plain) + "junk", 500, ""},
		{"junk behind deflate", []string{"deflate"}, deflated(plain) + "junk", 500, ""},
		{"more than the limit when decompressed", []string{"gzip"}, gzipped(large), 413, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &fakeEngine{}
			url, _ := start(t, e, server.Options{})
			// Readers are pooled: what a broken body leaves behind must not disturb the next.
			for range 2 {
				r := request(t, http.MethodPost, url, c.body, target, "DynamoDB_20120810.PutItem")
				r.Header["Content-Encoding"] = c.encodings
				got := send(t, r)
				if got.status != c.status || c.status == 200 && got.body != "PutItem "+c.read {
					t.Errorf("got %d with %d bytes", got.status, len(got.body))
				}
			}
			if ran := e.calls.Load() == 2; ran != (c.status == 200) {
				t.Errorf("operation ran: %t", ran)
			}
		})
	}
}

// Small bodies that would become huge ones hold no more memory than one for each processor, however many arrive together.
func TestCompressedRequestsWithinMemory(t *testing.T) {
	const senders, limit = 64, 256 * megabyte // without care it would be 64 times 16 MB
	bomb := gzipped(strings.Repeat(" ", 100*megabyte))
	url, _ := start(t, &fakeEngine{}, server.Options{MaxWait: time.Minute})
	grown := heapDuring(func() {
		var wg sync.WaitGroup
		for range senders {
			wg.Go(func() {
				got := send(t, request(t, http.MethodPost, url, bomb, target, "DynamoDB_20120810.PutItem", "Content-Encoding", "gzip"))
				if got.status != http.StatusRequestEntityTooLarge {
					t.Errorf("got %d %s", got.status, got.body)
				}
			})
		}
		wg.Wait()
	})
	if grown > limit {
		t.Errorf("the heap grew by %d MB", grown>>20)
	}
}

// heap is how many bytes the heap holds, garbage included.
// heap is how many bytes of objects there are, unused ones too. Asking stops nothing.
func heap() uint64 {
	now := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(now)
	return now[0].Value.Uint64()
}

func TestCompressedAnswer(t *testing.T) {
	sized := func(n int) string { return strings.Repeat("abcdefg\n", n/8+1)[:n] }
	for _, c := range []struct {
		name   string
		accept []string
		out    string
		err    *apierr.Error
		coding string
	}{
		{"nobody asks", nil, sized(5000), nil, ""},
		{"gzip", []string{"gzip"}, sized(5000), nil, "gzip"},
		{"deflate", []string{"deflate"}, sized(5000), nil, "deflate"},
		{"the largest answer that stays plain", []string{"gzip"}, sized(4095), nil, ""},
		{"the smallest answer that is compressed", []string{"gzip"}, sized(4096), nil, "gzip"},
		{"a very large answer", []string{"gzip"}, sized(3 * megabyte), nil, "gzip"},
		{"the first of two headers counts", []string{"gzip", "identity"}, sized(5000), nil, "gzip"},
		{"the second of two headers does not", []string{"identity", "gzip"}, sized(5000), nil, ""},
		{"a long error", []string{"gzip"}, "", apierr.Invalid(sized(5000)), "gzip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
				return append(dst, c.out...), c.err
			}}, server.Options{})
			r := request(t, http.MethodPost, url, "{}", target, "DynamoDB_20120810.GetItem")
			r.Header["Accept-Encoding"] = c.accept
			got := send(t, r)
			if coding := got.header.Get("Content-Encoding"); coding != c.coding {
				t.Fatalf("coding %q, want %q", coding, c.coding)
			}
			if sum := fmt.Sprint(crc32.ChecksumIEEE([]byte(got.body))); got.header.Get("X-Amz-Crc32") != sum {
				t.Errorf("the checksum is not that of the bytes sent: %s, want %s", got.header.Get("X-Amz-Crc32"), sum)
			}
			want := c.out
			if c.err != nil {
				want = string(c.err.AppendJSON(nil))
			}
			if plain := decoded(t, got.body, c.coding); plain != want {
				t.Errorf("%d bytes decoded, want %d", len(plain), len(want))
			}
			if c.coding != "" && len(got.body) > len(want)/10 {
				t.Errorf("%d bytes were sent for %d", len(got.body), len(want))
			}
		})
	}
}

func decoded(t *testing.T, body, coding string) string {
	t.Helper()
	var r io.Reader = strings.NewReader(body)
	var err error
	switch coding {
	case "gzip":
		r, err = gzip.NewReader(r)
	case "deflate":
		r, err = zlib.NewReader(r)
	}
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(plain)
}
