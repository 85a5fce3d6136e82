package faults

import (
	"strings"
	"sync"
	"testing"
)

// fates gives a letter for each of n requests: x for a fault.
func fates(t *testing.T, e Next, n int) string {
	t.Helper()
	var all strings.Builder
	for range n {
		if strings.Contains(ask(t, e, "GetItem", getA), "InternalServerError") {
			all.WriteByte('x')
		} else {
			all.WriteByte('.')
		}
	}
	return all.String()
}

func TestWhichRequestsGetTheFault(t *testing.T) {
	for _, c := range []struct{ name, when, want string }{
		{"all of them without a condition", ``, "xxxxxxxxxx"},
		{"the third only", `,"Nth":3`, "..x......."},
		{"each third", `,"Every":3`, "..x..x..x."},
		{"the first two", `,"First":2`, "xx........"},
		{"four at most", `,"Times":4`, "xxxx......"},
		{"two at most of each third", `,"Every":3,"Times":2`, "..x..x...."},
		{"some by chance", `,"Probability":0.5,"Seed":1`, "x...xxxxxx"},
		{"others by another seed", `,"Probability":0.5,"Seed":2`, "xxx...xx.."},
		{"certainly all", `,"Probability":1`, "xxxxxxxxxx"},
		{"two at most of those by chance", `,"Probability":0.5,"Seed":1,"Times":2`, "x...x....."},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := rulesOf(t, `{"Error":"InternalServerError"`+c.when+`}`).Around(&worker{}, "")
			if got := fates(t, e, 10); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// Half of many requests get a fault of that probability, within what chance allows, and as many whoever asks first.
func TestChanceIsFairAndTheSameForConcurrentRequests(t *testing.T) {
	const rule, n = `{"Error":"InternalServerError","Probability":0.5,"Seed":7}`, 2000
	one := rulesOf(t, rule)
	fates(t, one.Around(&worker{}, ""), n)
	want := one.List()[0].Injected
	if want < n/2-150 || want > n/2+150 {
		t.Errorf("%d of %d requests got the fault", want, n)
	}
	many := rulesOf(t, rule)
	e := many.Around(silent{}, "")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range n / 8 {
				ask(t, e, "GetItem", getA)
			}
		})
	}
	all.Wait()
	if got := many.List()[0]; got.Injected != want || got.Matched != n || got.Seen != n {
		t.Errorf("concurrently %+v, want %d injected", got, want)
	}
}

func TestRulesAreAskedInOrder(t *testing.T) {
	rs := rulesOf(t, `{"Rules":[{"Name":"first","Error":"ThrottlingException","First":2},{"Name":"second","Error":"InternalServerError","First":3}]}`)
	e := rs.Around(&worker{}, "")
	if got := fates(t, e, 7); got != "..xxx.." {
		t.Errorf("got %s: the second rule begins where the first ends", got)
	}
	for i, want := range []Listed{{Id: 1, Seen: 7, Matched: 7, Injected: 2}, {Id: 2, Seen: 7, Matched: 5, Injected: 3}} {
		got := rs.List()[i]
		if got.Rule.Name == "" || got.Id != want.Id || got.Seen != want.Seen || got.Matched != want.Matched || got.Injected != want.Injected {
			t.Errorf("rule %d: %+v, want %+v", i+1, got, want)
		}
	}
	if !rs.Remove(1) || rs.Remove(1) {
		t.Error("a rule is removed once")
	}
	if n := rs.Clear(); n != 1 || len(rs.List()) != 0 {
		t.Errorf("%d rules removed, %v left", n, rs.List())
	}
	if got := fates(t, e, 3); got != "..." {
		t.Errorf("without rules: %s", got)
	}
	if ids, err := rs.Add(Rule{Error: "InternalServerError"}); err != nil || ids[0] != 3 {
		t.Errorf("a later rule has the id %v (%v), want one that none had", ids, err)
	}
}

func TestWithoutRulesNothingIsAllocated(t *testing.T) {
	for name, rs := range map[string]*Rules{"a server that has none": NewRules(), "one that can have none": nil} {
		next, e := Next(silent{}), Next(nil)
		if n := testing.AllocsPerRun(100, func() { e = rs.Around(next, "key") }); n != 0 || e != next {
			t.Errorf("%s: %v allocations, and around the engine there is %T", name, n, e)
		}
	}
}
