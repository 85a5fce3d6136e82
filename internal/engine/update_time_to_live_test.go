package engine

import (
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

func TestTimeToLiveIsNotChangedTooSoon(t *testing.T) {
	const tooSoon = "Time to live has been modified multiple times within a fixed interval"
	changed := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	on := &catalog.TTL{Attribute: "e", Enabled: true, ChangedAt: changed}
	off := &catalog.TTL{Attribute: "e", ChangedAt: changed}
	for _, c := range []struct {
		name     string
		interval time.Duration
		old      *catalog.TTL
		enabled  bool
		after    time.Duration
		want     string
	}{
		{"the first change", time.Hour, nil, true, 0, ""},
		{"a change within the interval", time.Hour, on, false, time.Hour - time.Millisecond, tooSoon},
		{"a change back within the interval", time.Hour, off, true, time.Minute, tooSoon},
		{"a change after the interval", time.Hour, on, false, time.Hour, ""},
		{"a change without an interval", 0, off, true, 0, ""},
		{"what does not change is told first", time.Hour, on, true, 0, "TimeToLive is already enabled"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &Engine{opts: Options{TTLChangeInterval: c.interval}}
			got := ""
			if refused := e.refuseTimeToLive(c.old, &api.TimeToLiveSpecification{AttributeName: "e", Enabled: c.enabled}, changed.Add(c.after)); refused != nil {
				got = refused.Message
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEnablingTimeToLiveAddsAHiddenIndexAndDisablingRemovesIt(t *testing.T) {
	e, old := &Engine{}, movies()
	old.NextIndexID = 3
	on, err := e.changedTimeToLive(old, &api.TimeToLiveSpecification{AttributeName: "y", Enabled: true}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	x := on.ExpiryIndex()
	if x == nil || !x.Hidden || !x.Backfilling || len(x.Partition) != 0 || len(on.SecondaryIndexes()) != len(old.SecondaryIndexes()) || on.Settled() {
		t.Errorf("the index is %+v of %d", x, len(on.Indexes))
	}
	off, err := e.changedTimeToLive(on, &api.TimeToLiveSpecification{AttributeName: "y"}, time.Now())
	if err != nil || off.ExpiryIndex() != nil || len(off.Indexes) != len(old.Indexes) || len(on.Indexes) != len(old.Indexes)+1 {
		t.Errorf("%v; %d indexes are left of %d", err, len(off.Indexes), len(on.Indexes))
	}
}

func TestTimeToLiveIsOnItsWayForTheDelay(t *testing.T) {
	changed := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	e := &Engine{opts: Options{TableDelay: time.Second}}
	for _, c := range []struct {
		name              string
		ttl               *catalog.TTL
		after             time.Duration
		status, attribute string
	}{
		{"never enabled", nil, 0, "DISABLED", ""},
		{"just enabled", &catalog.TTL{Attribute: "e", Enabled: true, ChangedAt: changed}, time.Second - 1, "ENABLING", "e"},
		{"enabled", &catalog.TTL{Attribute: "e", Enabled: true, ChangedAt: changed}, time.Second, "ENABLED", "e"},
		{"just disabled", &catalog.TTL{Attribute: "e", ChangedAt: changed}, 0, "DISABLING", "e"},
		{"disabled", &catalog.TTL{Attribute: "e", ChangedAt: changed}, time.Second, "DISABLED", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := e.describeTimeToLive(c.ttl, changed.Add(c.after))
			if *d.TimeToLiveStatus != c.status || deref(d.AttributeName) != c.attribute {
				t.Errorf("%s by %q", *d.TimeToLiveStatus, deref(d.AttributeName))
			}
		})
	}
}
