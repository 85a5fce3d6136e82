package traces

import (
	"encoding/hex"
	"strings"
)

type (
	traceID [16]byte
	spanID  [8]byte
)

// link is where a span hangs: the trace, and the span above it, none if that is zero.
type link struct {
	trace   traceID
	above   spanID
	sampled bool   // whoever is above is recorded
	remote  bool   // whoever is above is in another process
	state   string // of other makers of traces, passed on as it came
}

// Lengths of the parts of a traceparent of version 00: 00-TRACE-SPAN-FLAGS.
const (
	parentLength = 55
	sampledFlag  = 1
)

// parseParent reads a traceparent. One that is not valid is as none.
func parseParent(text string) (l link, ok bool) {
	if len(text) < parentLength || text[2] != '-' || text[35] != '-' || text[52] != '-' {
		return l, false
	}
	var version, flags [1]byte
	if !decodeHex(version[:], text[:2]) || version[0] == 0xff {
		return l, false
	}
	// Later versions may have more behind another hyphen.
	if len(text) > parentLength && (version[0] == 0 || text[parentLength] != '-') {
		return l, false
	}
	if !decodeHex(l.trace[:], text[3:35]) || !decodeHex(l.above[:], text[36:52]) || !decodeHex(flags[:], text[53:55]) {
		return l, false
	}
	l.sampled, l.remote = flags[0]&sampledFlag != 0, true
	return l, l.trace != traceID{} && l.above != spanID{}
}

// decodeHex reads lower case digits alone, as the standard has it.
func decodeHex(dst []byte, text string) bool {
	if strings.ContainsAny(text, "ABCDEF") {
		return false
	}
	_, err := hex.Decode(dst, []byte(text))
	return err == nil
}

const (
	// stateLength is how long a tracestate may be that is passed on; the standard asks for no more.
	stateLength = 512
	// stateMembers is how many members it may have.
	stateMembers = 32
)

// parseState gives a tracestate as it is to be passed on: as it came, or nothing if it is too long or not valid.
func parseState(text string) string {
	if len(text) > stateLength {
		return ""
	}
	members := 0
	for member := range strings.SplitSeq(text, ",") {
		member = strings.Trim(member, " \t")
		if member == "" {
			continue
		}
		key, value, found := strings.Cut(member, "=")
		if members++; !found || members > stateMembers || !consistsOf(key, isKeyChar) || !consistsOf(value, isValueChar) {
			return ""
		}
	}
	return text
}

func consistsOf(text string, allowed func(c byte) bool) bool {
	for i := range len(text) {
		if !allowed(text[i]) {
			return false
		}
	}
	return text != ""
}

func isKeyChar(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("_-*/@", c) >= 0
}

func isValueChar(c byte) bool { return ' ' <= c && c <= '~' && c != '=' }
