package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strconv"
	"strings"
)

// newProxy passes everything on, and what comes back through a mutation.
func newProxy(target *url.URL, spoil mutation) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.Out.Host = r.In.Host // is signed
		},
		ModifyResponse: func(res *http.Response) error { return change(res, spoil) },
	}
}

// change puts the spoilt body in place of the one that came. An answer that the mutation leaves alone goes on byte by byte.
func change(res *http.Response, spoil mutation) error {
	sent, err := io.ReadAll(res.Body)
	if err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	if err := res.Body.Close(); err != nil {
		return err
	}
	res.Body = io.NopCloser(bytes.NewReader(sent))
	plain, err := decoded(res, sent)
	if err != nil {
		return err
	}
	target := res.Request.Header.Get("X-Amz-Target")
	spoilt, changed := spoil(target[strings.LastIndexByte(target, '.')+1:], res.StatusCode, plain)
	if !changed {
		return nil
	}
	res.Body = io.NopCloser(bytes.NewReader(spoilt))
	res.ContentLength = int64(len(spoilt))
	res.Header.Del("Content-Encoding")
	res.Header.Set("Content-Length", strconv.Itoa(len(spoilt)))
	if res.Header.Get("X-Amz-Crc32") != "" {
		res.Header.Set("X-Amz-Crc32", strconv.FormatUint(uint64(crc32.ChecksumIEEE(spoilt)), 10))
	}
	return nil
}

// decoded is the body without its compression.
func decoded(res *http.Response, sent []byte) ([]byte, error) {
	if res.Header.Get("Content-Encoding") != "gzip" {
		return sent, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(sent))
	if err != nil {
		return nil, fmt.Errorf("decompress the answer: %w", err)
	}
	return io.ReadAll(z)
}
