package server

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Content codings of requests and answers. The coding "deflate" is zlib's format, not a bare deflate stream.
const (
	codingGzip    = "gzip"
	codingDeflate = "deflate"
)

// minInflated is what the first bytes of a decompressed body get room for.
const minInflated = 4 << 10

// inflating has a place for each processor. What is refused as too large has given its memory back before the next one
// begins, so that any number of small bodies that would become large ones hold no more than that many of them.
var inflating = make(chan struct{}, runtime.GOMAXPROCS(0))

// requestCoding is the coding of a request's body, empty for none. The service answers one it does not know, and more than one,
// with an internal error.
func requestCoding(w way) (string, *apierr.Error) {
	encodings := headers(w, "Content-Encoding")
	if len(encodings) == 0 {
		return "", nil
	}
	if len(encodings) == 1 {
		switch coding := strings.ToLower(strings.TrimSpace(encodings[0])); coding {
		case codingGzip, codingDeflate:
			return coding, nil
		case "", "identity":
			return "", nil
		}
	}
	return "", apierr.Internal(fmt.Errorf("request has Content-Encoding %q, which is not supported", encodings))
}

// decompress appends to dst what body is in the given coding, up to the limit for bodies. A body that is not in that coding, or
// not whole, is the service's internal error.
func decompress(dst, body []byte, coding string) ([]byte, *apierr.Error) {
	inflating <- struct{}{}
	defer func() { <-inflating }()
	d := inflaterPool.Get().(*inflater)
	defer d.giveBack()

	dst, err := d.inflate(dst, body, coding)
	switch {
	case errors.Is(err, errInflatedTooLarge):
		return nil, errBodyTooLarge()
	case err != nil:
		return nil, apierr.Internal(fmt.Errorf("decompress a request of coding %s: %w", coding, err))
	}
	return dst, nil
}

var (
	errInflatedTooLarge = errors.New("the body is too large")
	errTrailing         = errors.New("bytes behind the end of the compressed body")
)

// inflater holds readers of both codings, which are costly to make. Each is nil until it was needed.
type inflater struct {
	from bytes.Reader
	gzip *gzip.Reader
	zlib io.Reader // a zlib.Resetter, too
}

var inflaterPool = sync.Pool{New: func() any { return new(inflater) }}

func (d *inflater) giveBack() {
	d.from.Reset(nil)
	inflaterPool.Put(d)
}

func (d *inflater) inflate(dst, body []byte, coding string) ([]byte, error) {
	d.from.Reset(body)
	from, err := d.reader(coding)
	if err != nil {
		return dst, err
	}
	dst = slices.Grow(dst, minInflated)
	for {
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, min(len(dst), maxBody+1-len(dst)))
		}
		n, err := from.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		switch {
		case len(dst) > maxBody:
			return dst, errInflatedTooLarge
		case err == io.EOF && d.from.Len() > 0:
			return dst, errTrailing
		case err == io.EOF:
			return dst, nil
		case err != nil:
			return dst, err
		}
	}
}

// reader gives a reader that has read the header of the compressed body. One of gzip reads all members; zlib has but one.
func (d *inflater) reader(coding string) (r io.Reader, err error) {
	switch {
	case coding == codingGzip && d.gzip == nil:
		d.gzip, err = gzip.NewReader(&d.from)
		return d.gzip, err
	case coding == codingGzip:
		return d.gzip, d.gzip.Reset(&d.from)
	case d.zlib == nil:
		d.zlib, err = zlib.NewReader(&d.from)
		return d.zlib, err
	default:
		return d.zlib, d.zlib.(zlib.Resetter).Reset(&d.from, nil)
	}
}
