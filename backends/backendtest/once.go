package backendtest

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// called is the name of a request that asks for the digest.
func called(token string, digest byte) plan.Once {
	return plan.Once{Account: "1", Operation: "Op", Token: token, Digest: [32]byte{digest}, Now: time.UnixMilli(1_000_000_000_000)}
}

// counted adds 1 to a counter, and deletes another item, under a name.
func (f *fixture) counted(o plan.Once) *plan.Write {
	p := &plan.Write{Atomic: true, NoWait: true, Once: &o, Items: []plan.ItemWrite{
		f.update(`{"pk":{"S":"counter"}}`, f.add("n", `{"N":"1"}`)), f.delete(`{"pk":{"S":"large"}}`),
	}}
	for i := range p.Items {
		p.Items[i].NeedSizes = true
	}
	return p
}

// testOnce writes under names: once for each name, and as often as asked where the name does not bind.
func testOnce(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, hashTable("once"))
	f.load(`{"pk":{"S":"large"},"v":{"S":"0123456789"}}`)
	later, other, elsewhere := called("a", 1), called("a", 1), called("a", 1)
	later.Now = later.Now.Add(plan.OnceWindow)
	other.Account, elsewhere.Operation = "2", "Other"
	for _, c := range []struct {
		name     string
		once     plan.Once
		replayed bool
		code     backends.Code
		counter  string
	}{
		{"a new name", called("a", 1), false, 0, "1"},
		{"the same again", called("a", 1), true, 0, "1"},
		{"the name for something else", called("a", 2), false, backends.CodeOnceMismatch, "1"},
		{"another name", called("b", 1), false, 0, "2"},
		{"a name with U+0000 in it", called("a\x00", 1), false, 0, "3"},
		{"that name again", called("a\x00", 1), true, 0, "3"},
		{"the name of another account", other, false, 0, "4"},
		{"the name of another operation", elsewhere, false, 0, "5"},
		{"the name when its time is over", later, false, 0, "6"},
		{"that again", later, true, 0, "6"},
	} {
		results, err := b.Write(f.ctx, f.counted(c.once))
		f.wantCode(err, c.code)
		if err == nil && results[0].Replayed != c.replayed {
			t.Errorf("%s: results are %+v", c.name, results)
		}
		f.same(c.name, []byte(f.get(`{"pk":{"S":"counter"}}`)), `{"pk":{"S":"counter"},"n":{"N":"`+c.counter+`"}}`)
	}
	testOnceSizes(f)
	testOnceUndone(f)
	testOnceTogether(f)
}

// testOnceSizes replays a write: it tells the larger size of each item, also of one that the write deleted.
func testOnceSizes(f *fixture) {
	f.load(`{"pk":{"S":"large"},"v":{"S":"0123456789"}}`)
	first, err := f.b.Write(f.ctx, f.counted(called("sizes", 1)))
	f.must(err)
	again, err := f.b.Write(f.ctx, f.counted(called("sizes", 1)))
	f.must(err)
	for i := range again {
		if want := max(first[i].OldSize, first[i].NewSize); want == 0 || again[i].OldSize != want || !again[i].Replayed {
			f.Errorf("item %d: first %+v, replayed %+v", i, first[i], again[i])
		}
	}
}

// testOnceUndone fails a condition: the name is as free as it was.
func testOnceUndone(f *fixture) {
	failing := f.counted(called("undone", 1))
	failing.Items = append(failing.Items, onlyIf(f.check(`{"pk":{"S":"none"}}`), exists("pk")))
	results, err := f.b.Write(f.ctx, failing)
	f.must(err)
	if !results[2].ConditionFailed {
		f.Errorf("results are %+v", results)
	}
	results, err = f.b.Write(f.ctx, f.counted(called("undone", 2)))
	f.must(err)
	if results[0].Replayed {
		f.Error("a write that did not happen has kept its name")
	}
}

// testOnceTogether sends one request several times at once: it happens once, and nobody fails but with the news that it is under way.
func testOnceTogether(f *fixture) {
	for round := range 10 {
		var happened atomic.Int32
		together(func(int) {
			results, err := f.b.Write(f.ctx, f.counted(called(fmt.Sprint("together ", round), 1)))
			switch {
			case codeOf(err) == backends.CodeOnceRunning:
			case err != nil:
				f.Errorf("write: %v", err)
			case !results[0].Replayed && !results[0].Conflict && !results[1].Conflict:
				happened.Add(1)
			}
		})
		if happened.Load() != 1 {
			f.Errorf("the request happened %d times", happened.Load())
		}
	}
}

// Names writes count writes under names of their own, a minute apart from each other.
func Names(t *testing.T, b backends.Backend, count int) {
	f := newFixture(t, b, hashTable("names"))
	for i := range count {
		name := called(fmt.Sprint("name ", i), 1)
		name.Now = name.Now.Add(time.Duration(i) * time.Minute)
		f.try(f.counted(name))
	}
}

// Reopened writes under a name, and again after reopen, which gives a backend that has not heard of it but from the database.
func Reopened(t *testing.T, b backends.Backend, reopen func() backends.Backend) {
	f := newFixture(t, b, hashTable("reopened"))
	f.try(f.counted(called("kept", 1)))
	f.b = reopen()
	results, err := f.b.Write(f.ctx, f.counted(called("kept", 1)))
	f.must(err)
	if !results[0].Replayed {
		t.Errorf("results are %+v", results)
	}
	_, err = f.b.Write(f.ctx, f.counted(called("kept", 2)))
	f.wantCode(err, backends.CodeOnceMismatch)
	f.holds(`{"pk":{"S":"counter"}}`, `{"pk":{"S":"counter"},"n":{"N":"1"}}`)
}
