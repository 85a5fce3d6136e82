package tracestest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// The structures of ExportTraceServiceRequest that ddbsql writes, in OTLP's JSON.
type (
	request struct{ ResourceSpans []resourceSpans }

	resourceSpans struct {
		Resource   struct{ Attributes []keyValue }
		ScopeSpans []scopeSpans
	}
	scopeSpans struct {
		Scope struct{ Name, Version string }
		Spans []span
	}
	span struct {
		TraceID, SpanID, ParentSpanID      string
		TraceState, Name                   string
		Flags, Kind                        int
		StartTimeUnixNano, EndTimeUnixNano string
		Attributes                         []keyValue
		Status                             struct{ Code int }
	}
	keyValue struct {
		Key   string
		Value anyValue
	}
	anyValue struct {
		StringValue *string
		IntValue    *string
		DoubleValue *float64
		ArrayValue  *struct{ Values []anyValue }
	}
)

// parse reads a body, and refuses what OTLP does not have or ddbsql should not send.
func parse(body []byte) (spans []Span, err error) {
	var r request
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return nil, err
	}
	for _, rs := range r.ResourceSpans {
		resource, err := attributes(rs.Resource.Attributes)
		if err != nil {
			return nil, err
		}
		for _, ss := range rs.ScopeSpans {
			for i := range ss.Spans {
				s, err := ss.Spans[i].read()
				if err != nil {
					return nil, err
				}
				s.Resource = resource
				spans = append(spans, s)
			}
		}
	}
	return spans, nil
}

var (
	traceForm = regexp.MustCompile("^[0-9a-f]{32}$")
	spanForm  = regexp.MustCompile("^[0-9a-f]{16}$")
)

func (s *span) read() (got Span, err error) {
	if !traceForm.MatchString(s.TraceID) || !spanForm.MatchString(s.SpanID) || s.ParentSpanID != "" && !spanForm.MatchString(s.ParentSpanID) {
		return got, fmt.Errorf("ids %q, %q, %q", s.TraceID, s.SpanID, s.ParentSpanID)
	}
	start, err := strconv.ParseInt(s.StartTimeUnixNano, 10, 64)
	if err != nil {
		return got, err
	}
	end, err := strconv.ParseInt(s.EndTimeUnixNano, 10, 64)
	if err != nil {
		return got, err
	}
	if end < start || s.Name == "" || s.Kind == 0 {
		return got, fmt.Errorf("span %+v", *s)
	}
	all, err := attributes(s.Attributes)
	return Span{
		TraceID: s.TraceID, SpanID: s.SpanID, ParentSpanID: s.ParentSpanID, TraceState: s.TraceState, Flags: s.Flags, Kind: s.Kind, Name: s.Name,
		Start: time.Unix(0, start), End: time.Unix(0, end), Attributes: all, Failed: s.Status.Code == 2,
	}, err
}

func attributes(list []keyValue) (map[string]any, error) {
	all := map[string]any{}
	for _, kv := range list {
		if _, twice := all[kv.Key]; twice || kv.Key == "" {
			return nil, fmt.Errorf("attribute %q twice or without a name", kv.Key)
		}
		value, err := kv.Value.read()
		if err != nil {
			return nil, fmt.Errorf("attribute %q: %w", kv.Key, err)
		}
		all[kv.Key] = value
	}
	return all, nil
}

func (v anyValue) read() (any, error) {
	switch {
	case v.StringValue != nil:
		return *v.StringValue, nil
	case v.IntValue != nil:
		return strconv.ParseInt(*v.IntValue, 10, 64)
	case v.DoubleValue != nil:
		return *v.DoubleValue, nil
	case v.ArrayValue != nil:
		var texts []string
		for _, one := range v.ArrayValue.Values {
			text, err := one.read()
			if err != nil {
				return nil, err
			}
			texts = append(texts, fmt.Sprint(text))
		}
		return texts, nil
	}
	return nil, fmt.Errorf("no value")
}
