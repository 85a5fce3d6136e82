package traces_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/traces/tracestest"
)

// Which requests are recorded, and below what.
func TestParentsAndSamplers(t *testing.T) {
	const unsampled = "00-" + aTrace + "-" + aSpan + "-00"
	const low, high = "00-00000000000000010000000000000001-" + aSpan + "-01", "00-0000000000000001ffffffffffffffff-" + aSpan + "-01"
	for _, c := range []struct {
		name, sampler, argument, parent string
		recorded, below                 bool
	}{
		{"a parent that is recorded", "", "", sampled, true, true},
		{"a parent that is not", "", "", unsampled, false, false},
		{"no parent", "", "", "", true, false},
		{"more flags", "", "", "00-" + aTrace + "-" + aSpan + "-03", true, true},
		{"a later version, with more behind", "", "", "cc-" + aTrace + "-" + aSpan + "-01-what", true, true},
		{"a later version, with something else behind", "", "", "cc-" + aTrace + "-" + aSpan + "-01what", true, false},
		{"version ff", "", "", "ff-" + aTrace + "-" + aSpan + "-01", true, false},
		{"version 00 with more behind", "", "", sampled + "-what", true, false},
		{"upper case", "", "", strings.ToUpper(sampled), true, false},
		{"a zero trace", "", "", "00-" + strings.Repeat("0", 32) + "-" + aSpan + "-01", true, false},
		{"a zero span", "", "", "00-" + aTrace + "-0000000000000000-01", true, false},
		{"no digits", "", "", "00-" + strings.Repeat("g", 32) + "-" + aSpan + "-01", true, false},
		{"too short", "", "", sampled[:54], true, false},
		{"other separators", "", "", strings.ReplaceAll(sampled, "-", "_"), true, false},
		{"always_off", "always_off", "", sampled, false, false},
		{"always_on and a parent that is not recorded", "always_on", "", unsampled, true, true},
		{"parentbased_always_off below one that is", "parentbased_always_off", "", sampled, true, true},
		{"parentbased_always_off without a parent", "parentbased_always_off", "", "", false, false},
		{"half of the traces, a low id", "traceidratio", "0.5", low, true, true},
		{"half of the traces, a high id", "traceidratio", "0.5", high, false, false},
		{"a ratio of all", "traceidratio", "1", high, true, true},
		{"a ratio of none", "traceidratio", "0", low, false, false},
		{"a ratio where the parent decides", "parentbased_traceidratio", "0", high, true, true},
		{"a ratio where there is no parent", "parentbased_traceidratio", "0", "", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			collector := tracestest.New(t)
			environment := collector.Environment()
			environment["OTEL_TRACES_SAMPLER"], environment["OTEL_TRACES_SAMPLER_ARG"] = c.sampler, c.argument
			r := start(t, environment)
			r.Request(c.parent, "", "x", nil, time.Now()).End()
			r.Close()
			spans := collector.Spans()
			if (len(spans) == 1) != c.recorded {
				t.Fatalf("got %v", spans)
			}
			if c.recorded && (spans[0].ParentSpanID == aSpan) != c.below {
				t.Errorf("got %s", spans[0])
			}
		})
	}
}

func TestStates(t *testing.T) {
	many := strings.Repeat("a=1,", 32)
	for _, c := range []struct {
		name, state string
		passed      bool
	}{
		{"one member", "rojo=00f067aa0ba902b7", true},
		{"several, with blanks", "rojo=1 , t@congo=2", true},
		{"as many as there can be", strings.TrimSuffix(many, ","), true},
		{"too many", many + "a=1", false},
		{"too long", "a=" + strings.Repeat("1", 512), false},
		{"no value", "a", false},
		{"an empty value", "a=", false},
		{"a key of capitals", "A=1", false},
		{"a value beyond ASCII", "a=é", false},
		{"two equals signs", "a=1=2", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			collector := tracestest.New(t)
			r := start(t, collector.Environment())
			r.Request(sampled, c.state, "x", nil, time.Now()).End()
			r.Close()
			want := ""
			if c.passed {
				want = c.state
			}
			if spans := collector.Spans(); len(spans) != 1 || spans[0].TraceState != want || spans[0].ParentSpanID != aSpan {
				t.Errorf("got %v", spans)
			}
		})
	}
}
