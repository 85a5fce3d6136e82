package clock

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func span(d time.Duration) *Duration { return (*Duration)(&d) }

// In the bubble of synctest the machine's clock begins at midnight of 2000-01-01 and moves when everybody sleeps.
var begin = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func TestChange(t *testing.T) {
	yes, no := true, false
	at := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name     string
		changes  []Change
		now, hop time.Time // what the clock shows then, and an hour later
	}{
		{"a clock that nobody moved is the machine's", nil, begin, begin.Add(time.Hour)},
		{"an offset puts it ahead", []Change{{Offset: span(36 * time.Hour)}}, begin.Add(36 * time.Hour), begin.Add(37 * time.Hour)},
		{"an offset is from the machine's clock, not from the last offset", []Change{{Offset: span(time.Hour)}, {Offset: span(time.Minute)}},
			begin.Add(time.Minute), begin.Add(61 * time.Minute)},
		{"a time sets it", []Change{{Now: &at}}, at, at.Add(time.Hour)},
		{"advancing adds up", []Change{{Now: &at}, {Advance: span(time.Hour)}, {Advance: span(-time.Minute)}}, at.Add(59 * time.Minute), at.Add(119 * time.Minute)},
		{"frozen, it stands still", []Change{{Now: &at, Frozen: &yes}}, at, at},
		{"frozen, it can be advanced and stands still", []Change{{Frozen: &yes}, {Advance: span(time.Hour)}}, begin.Add(time.Hour), begin.Add(time.Hour)},
		{"let go, it goes on from where it stood", []Change{{Now: &at, Frozen: &yes}, {Frozen: &no}}, at, at.Add(time.Hour)},
		{"a change of nothing changes nothing", []Change{{Offset: span(time.Hour)}, {}}, begin.Add(time.Hour), begin.Add(2 * time.Hour)},
		{"a reset makes it the machine's", []Change{{Now: &at, Frozen: &yes}, {Reset: true}}, begin, begin.Add(time.Hour)},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				clock := New(0)
				for _, change := range c.changes {
					if _, err := clock.Change(change); err != nil {
						t.Fatal(err)
					}
				}
				state, err := clock.Change(Change{})
				if err != nil || !clock.Now().Equal(c.now) || !state.Now.Equal(c.now) || time.Duration(state.Offset) != c.now.Sub(begin) {
					t.Errorf("it shows %s, and says %+v, %v; want %s", clock.Now(), state, err, c.now)
				}
				time.Sleep(time.Hour)
				if !clock.Now().Equal(c.hop) {
					t.Errorf("an hour later it shows %s, want %s", clock.Now(), c.hop)
				}
			})
		})
	}
}

func TestAChangeThatCannotBeLeavesTheClockAsItWas(t *testing.T) {
	far, old := time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1969, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		change Change
		text   string
	}{
		{"two moves at once", Change{Now: &begin, Advance: span(time.Hour)}, "not by several at once"},
		{"a reset and a move", Change{Reset: true, Offset: span(time.Hour)}, "not by several at once"},
		{"a time too far ahead", Change{Now: &far}, "from 1970 to 2199, not to 2300-01-01T00:00:00Z"},
		{"a time before all others", Change{Now: &old}, "from 1970 to 2199, not to 1969-01-01T00:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				clock := New(time.Hour)
				_, err := clock.Change(c.change)
				if err == nil || !strings.Contains(err.Error(), c.text) {
					t.Errorf("got %v", err)
				}
				if want := begin.Add(time.Hour); !clock.Now().Equal(want) {
					t.Errorf("it shows %s, want %s", clock.Now(), want)
				}
			})
		})
	}
}

func TestNoClockIsTheMachines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		if now := (*Clock)(nil).Now(); !now.Equal(begin) {
			t.Errorf("it shows %s", now)
		}
	})
}
