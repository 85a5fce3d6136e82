package server

import (
	"compress/gzip"
	"compress/zlib"
	"io"
	"sync"
)

const (
	// minCompressed is the size of the smallest answer that the service compresses.
	minCompressed = 4096
	// compressionLevel is the fastest one: clients that ask for compression do so by habit more often than for a thin line.
	compressionLevel = gzip.BestSpeed
)

// deflater compresses answers. Its state is near a megabyte, so it is kept for the next one.
type deflater struct {
	to     answerBuffer
	writer interface {
		io.WriteCloser
		Reset(io.Writer)
	}
}

var deflaterPools = map[string]*sync.Pool{
	codingGzip: {New: func() any {
		w, err := gzip.NewWriterLevel(nil, compressionLevel)
		if err != nil {
			panic(err) // only an unknown level fails
		}
		return &deflater{writer: w}
	}},
	codingDeflate: {New: func() any {
		w, err := zlib.NewWriterLevel(nil, compressionLevel)
		if err != nil {
			panic(err) // only an unknown level fails
		}
		return &deflater{writer: w}
	}},
}

// compress appends body in the given coding to dst.
func compress(dst, body []byte, coding string) []byte {
	pool := deflaterPools[coding]
	d := pool.Get().(*deflater)
	d.to = dst
	d.writer.Reset(&d.to)
	// Writing to memory does not fail.
	_, _ = d.writer.Write(body)
	_ = d.writer.Close()
	dst, d.to = d.to, nil
	pool.Put(d)
	return dst
}

// answerBuffer is a slice to write to.
type answerBuffer []byte

func (b *answerBuffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
