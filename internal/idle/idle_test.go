package idle

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestWhenSomethingIsGivenBack(t *testing.T) {
	for name, c := range map[string]struct {
		used     []time.Duration // CPU time between the looks
		resident int64           // at each look
		others   int64           // of these, what is not the executable's
		want     []string
	}{
		"nothing while requests are answered":                    {[]time.Duration{time.Second, time.Second}, 2 * mapped, 0, nil},
		"a process that did hardly anything has nothing to give": {[]time.Duration{still, still}, 0, 0, nil},
		"the executable whenever it is resident again":           {[]time.Duration{burst, 0, 0}, 2 * mapped, 0, []string{"collect", "unmap", "unmap"}},
		"not in vain":                                   {[]time.Duration{burst, 0, 0}, 20 * mapped, 20 * mapped, []string{"collect", "unmap"}},
		"the executable beside other files":             {[]time.Duration{burst, 0, 0}, 20 * mapped, 18 * mapped, []string{"collect", "unmap", "unmap"}},
		"no executable if little of it is resident":     {[]time.Duration{burst, 0, 0}, mapped, 0, []string{"collect"}},
		"the heap again after the next burst":           {[]time.Duration{burst, 0, burst, 0}, 0, 0, []string{"collect", "collect"}},
		"few requests do not add up to a burst at once": {[]time.Duration{burst, 0, still, still}, 0, 0, []string{"collect"}},
	} {
		t.Run(name, func(t *testing.T) {
			var did []string
			var usage time.Duration
			var resident int64
			w := watcher{
				usage: func() time.Duration { return usage }, resident: func() int64 { return resident },
				collect: func() { did = append(did, "collect") }, unmap: func() { did, resident = append(did, "unmap"), c.others },
			}
			for _, used := range c.used {
				usage += used
				resident = c.resident
				w.look()
			}
			if !slices.Equal(did, c.want) {
				t.Errorf("did %v, not %v", did, c.want)
			}
		})
	}
}

func TestOnlyMappingsThatCanLoseNothingAreFound(t *testing.T) {
	const head = "00400000-00401000 "
	for name, c := range map[string]struct {
		smaps string
		want  []mapping
	}{
		"code":             {head + "r-xp 00000000 fd:00 12 /bin/ddbsql\nRss: 4 kB\nAnonymous: 0 kB\n", []mapping{{0x400000, 0x1000}}},
		"tables":           {head + "r--p 00000000 fd:00 12 /bin/ddbsql\nRss: 4 kB\nAnonymous: 0 kB\n", []mapping{{0x400000, 0x1000}}},
		"data":             {head + "rw-p 00000000 fd:00 12 /bin/ddbsql\nRss: 4 kB\nAnonymous: 0 kB\n", nil},
		"shared":           {head + "r--s 00000000 fd:00 12 /bin/ddbsql\nRss: 4 kB\nAnonymous: 0 kB\n", nil},
		"another file":     {head + "r-xp 00000000 fd:00 12 /lib/libc.so\nRss: 4 kB\nAnonymous: 0 kB\n", nil},
		"memory":           {head + "r--p 00000000 00:00 0\nRss: 4 kB\nAnonymous: 0 kB\n", nil},
		"code patched":     {head + "r-xp 00000000 fd:00 12 /bin/ddbsql\nRss: 4 kB\nAnonymous: 4 kB\n", nil},
		"nobody says what": {head + "r-xp 00000000 fd:00 12 /bin/ddbsql\nRss: 4 kB\n", nil},
		"nothing behind it": {head + "r-xp 00000000 fd:00 12 /bin/ddbsql\nAnonymous: 0 kB\n00500000-00501000 rw-p 00000000 00:00 0\nAnonymous: 0 kB\n" +
			head + "r-xp 00000000 fd:00 12 /bin/ddbsql\nAnonymous: 0 kB\n", []mapping{{0x400000, 0x1000}}},
		"memory after code": {head + "r-xp 00000000 fd:00 12 /bin/ddbsql\nAnonymous: 4 kB\n" +
			"00500000-00501000 rw-p 00000000 00:00 0\nAnonymous: 0 kB\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := cleanMappings(strings.NewReader(c.smaps), "/bin/ddbsql"); !slices.Equal(got, c.want) {
				t.Errorf("found %v, not %v", got, c.want)
			}
		})
	}
}

func TestSharedPagesAreTheThirdNumber(t *testing.T) {
	for statm, want := range map[string]int64{
		"400000 5000 2500 2100 0 90000 0\n": 2500,
		"1 2 3":                             3,
		"1 2":                               0,
		"":                                  0,
	} {
		if got := sharedPages([]byte(statm)); got != want {
			t.Errorf("%q: %d, not %d", statm, got, want)
		}
	}
}
