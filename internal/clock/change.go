package clock

import (
	"errors"
	"fmt"
	"time"
)

// Change is what is asked of a clock: at most one of Offset, Now, Advance and Reset, and whether it stands still from then on. A
// Change of nothing only asks what the time is.
type Change struct {
	// Offset sets it ahead of the machine's clock by so much, behind it if negative.
	Offset *Duration
	// Now sets it to a time.
	Now *time.Time
	// Advance moves it on by so much, back if negative.
	Advance *Duration
	// Reset makes it the machine's clock again.
	Reset bool
	// Frozen stops it, or lets it go on from where it stands.
	Frozen *bool
}

// State is what a clock shows.
type State struct {
	Now time.Time
	// Offset is how far it is ahead of the machine's clock.
	Offset Duration
	Frozen bool
}

// The times that a clock can be set to. Times beyond have no place in the service's own formats, and none within 292 years of now.
var (
	earliest = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
)

// Change moves the clock and gives what it then shows. A change that cannot be leaves the clock as it was.
func (c *Clock) Change(by Change) (State, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	machine := time.Now()
	old := c.moved.Load()
	if old == nil {
		old = &setting{}
	}
	next, err := by.apply(*old, machine)
	if err != nil {
		return State{}, err
	}
	if next == (setting{}) {
		c.moved.Store(nil)
	} else {
		c.moved.Store(&next)
	}
	now := next.at(machine)
	return State{Now: now.UTC(), Offset: Duration(now.Sub(machine)), Frozen: !next.frozen.IsZero()}, nil
}

// apply gives the setting after a change.
func (by *Change) apply(s setting, machine time.Time) (setting, error) {
	now := s.at(machine).Round(0)
	frozen := !s.frozen.IsZero()
	if by.Frozen != nil {
		frozen = *by.Frozen
	}
	asked := 0
	if by.Offset != nil {
		asked, now = asked+1, machine.Add(time.Duration(*by.Offset))
	}
	if by.Now != nil {
		asked, now = asked+1, *by.Now
	}
	if by.Advance != nil {
		asked, now = asked+1, now.Add(time.Duration(*by.Advance))
	}
	if by.Reset {
		asked, now, frozen = asked+1, machine, by.Frozen != nil && *by.Frozen
	}
	switch {
	case asked > 1:
		return s, errors.New("a clock is moved by one of Offset, Now, Advance and Reset, not by several at once")
	case now.Before(earliest) || !now.Before(latest):
		return s, fmt.Errorf("a clock can be set to times from 1970 to 2199, not to %s", now.UTC().Format(time.RFC3339))
	case frozen:
		return setting{frozen: now.Round(0)}, nil
	case asked == 0 && s.frozen.IsZero(): // it goes on as it did
		return s, nil
	}
	return setting{offset: now.Sub(machine)}, nil
}
