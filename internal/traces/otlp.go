package traces

import (
	"encoding/hex"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// Bits of a span's flags, above those of W3C: that it is known where the span above is, and that it is in another process.
const (
	hasRemoteFlag = 1 << 8
	isRemoteFlag  = 1 << 9
)

// failedCode is the status of a span that failed.
const failedCode = 2

// document writes ExportTraceServiceRequest in OTLP's JSON: ids in hexadecimal digits, numbers of 64 bits in quotes.
type document struct {
	resource Attributes
	scope    string // of the program that makes the spans
	version  string
}

func (d *document) appendTo(dst []byte, spans []*Span) []byte {
	dst = append(dst, `{"resourceSpans":[{"resource":{"attributes":[`...)
	dst = append(dst, d.resource...)
	dst = append(dst, `]},"scopeSpans":[{"scope":{"name":`...)
	dst = wire.AppendString(dst, d.scope)
	dst = append(dst, `,"version":`...)
	dst = wire.AppendString(dst, d.version)
	dst = append(dst, `},"spans":[`...)
	for i, s := range spans {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = s.appendTo(dst)
	}
	return append(dst, "]}]}]}"...)
}

func (s *Span) appendTo(dst []byte) []byte {
	dst = append(dst, `{"traceId":"`...)
	dst = appendHex(dst, s.trace[:])
	dst = append(dst, `","spanId":"`...)
	dst = appendHex(dst, s.id[:])
	if s.above != (spanID{}) {
		dst = append(dst, `","parentSpanId":"`...)
		dst = appendHex(dst, s.above[:])
	}
	dst = append(dst, `",`...)
	if s.state != "" {
		dst = append(dst, `"traceState":`...)
		dst = append(wire.AppendString(dst, s.state), ',')
	}
	flags := sampledFlag | hasRemoteFlag
	if s.remote {
		flags |= isRemoteFlag
	}
	dst = append(dst, `"flags":`...)
	dst = strconv.AppendInt(dst, int64(flags), 10)
	dst = append(dst, `,"name":`...)
	dst = wire.AppendString(dst, clean(s.name))
	dst = append(dst, `,"kind":`...)
	dst = strconv.AppendInt(dst, int64(s.kind), 10)
	dst = appendTime(append(dst, `,"startTimeUnixNano":`...), s.began)
	dst = appendTime(append(dst, `,"endTimeUnixNano":`...), s.began.Add(s.took))
	dst = append(dst, `,"attributes":[`...)
	dst = append(dst, s.attrs...)
	dst = append(dst, ']')
	if s.fails {
		dst = append(dst, `,"status":{"code":`...)
		dst = append(strconv.AppendInt(dst, failedCode, 10), '}')
	}
	return append(dst, '}')
}

func appendTime(dst []byte, at time.Time) []byte {
	dst = append(dst, '"')
	return append(strconv.AppendInt(dst, at.UnixNano(), 10), '"')
}

func appendHex(dst, id []byte) []byte { return hex.AppendEncode(dst, id) }
