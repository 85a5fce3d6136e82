package backendtest

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

var streamsFor = flag.Duration("streams-for", time.Second, "how long writers write in the test of streams under load")

// Sizes of the test of streams under load.
const (
	loadItems  = 24
	loadShards = 2
	loadSplits = 10
)

// StreamsUnderLoad lets many write a few items in every way, on several backends of one database, while others read the stream, one
// splits its shards, and in the end somebody closes it under the writers' hands. Every reader sees every change exactly once and
// each item's in order, and what it read makes the table. The backends may be the same.
func StreamsUnderLoad(t *testing.T, servers ...backends.Backend) {
	l := &streamLoad{f: newFixture(t, backends.Contract(servers[0]), opening(indexedTable("load"), catalog.ViewBoth, loadShards))}
	var writers, others sync.WaitGroup
	var over atomic.Bool
	for n := range workers {
		writers.Go(func() { l.write(servers[n%len(servers)], n) })
	}
	subscribers := make([]*replica, 2*len(servers)+1)
	for i := range subscribers {
		subscribers[i] = newReplica(l.on(servers[i%len(servers)]))
		others.Go(func() {
			for !over.Load() {
				subscribers[i].follow()
			}
		})
	}
	began := time.Now()
	l.splitNowAndThen(*streamsFor)
	l.closeStream()
	took := time.Since(began)
	writers.Wait()
	over.Store(true)
	others.Wait()
	for _, r := range subscribers {
		r.follow()
		r.compare()
	}
	l.f.sound()
	stream := subscribers[0].stream
	t.Logf("%d writes in %v gave %d records in %d shards, read by %d", l.writes.Load(), took.Round(time.Millisecond), stream.Last, len(stream.Shards), len(subscribers))
	if stream.Last < workers || stream.ClosedAt == nil {
		t.Errorf("the stream has %d records and was closed at %v", stream.Last, stream.ClosedAt)
	}
}

// streamLoad is a table that many write to.
type streamLoad struct {
	f      *fixture
	writes atomic.Int64
}

// on is the fixture on another backend.
func (l *streamLoad) on(b backends.Backend) *fixture {
	own := *l.f
	own.b = backends.Contract(b)
	return &own
}

// write writes until the table has no stream any more: then its plans are stale.
func (l *streamLoad) write(b backends.Backend, worker int) {
	f := l.on(b)
	random := rand.New(rand.NewPCG(uint64(worker), 5))
	for n := 0; ; n++ {
		p := randomChanges(f, random, fmt.Sprintf("%d-%d", worker, n))
		_, err := f.b.Write(f.ctx, p)
		switch codeOf(err) {
		case 0:
			if err != nil {
				f.Errorf("write: %v", err)
				return
			}
			l.writes.Add(int64(len(p.Items)))
		case backends.CodeConflict: // nothing happened
		case backends.CodeStale:
			return
		default:
			f.Errorf("write: %v", err)
			return
		}
	}
}

// randomChanges is a plan of one or three writes of different items, which leave a text that no other write leaves.
func randomChanges(f *fixture, random *rand.Rand, text string) *plan.Write {
	p := &plan.Write{}
	change, items := randomChange, 3
	switch random.IntN(12) {
	case 0: // a batch has no updates
		change = func(f *fixture, random *rand.Rand, key, text string) plan.ItemWrite {
			if w := randomChange(f, random, key, text); w.Kind != plan.Update {
				return w
			}
			return f.put(with(key, `"v":{"S":"`+text+`"}`))
		}
	case 1:
		change = func(f *fixture, _ *rand.Rand, key, _ string) plan.ItemWrite { return f.delete(key) }
	case 2, 3:
		p.Atomic, p.NoWait = true, random.IntN(2) == 0
	default:
		items = 1
	}
	for _, k := range random.Perm(loadItems)[:items] {
		p.Items = append(p.Items, change(f, random, fmt.Sprintf(`{"pk":{"S":"p%d"},"sk":{"S":"%d"}}`, k%8, k), text))
	}
	return p
}

func randomChange(f *fixture, random *rand.Rand, key, text string) plan.ItemWrite {
	value := `"v":{"S":"` + text + `"}`
	switch random.IntN(8) {
	case 0:
		return f.delete(key)
	case 1:
		return onlyIf(f.delete(key), exists("b"))
	case 2:
		return onlyIf(f.put(with(key, value)), notExists("pk"))
	case 3:
		w := f.put(with(key, value+`,"b":{"S":"`+text+`"}`))
		w.NeedOld, w.NeedSizes = true, true
		return w
	case 4:
		return f.update(key, f.add("c", `{"N":"1"}`))
	case 5:
		return f.update(key, f.set("b", `{"S":"`+text+`"}`))
	case 6:
		return f.update(key, f.set("v", `{"S":"`+text+`"}`), f.set("m", `{"M":{"x":{"S":"`+text+`"}}}`))
	default:
		return f.put(with(key, value))
	}
}

// splitNowAndThen splits open shards while others write.
func (l *streamLoad) splitNowAndThen(d time.Duration) {
	f, id := l.f, &catalog.Stream{ID: l.f.tab.Stream.ID}
	tick := time.NewTicker(d / loadSplits)
	defer tick.Stop()
	for n := range loadSplits {
		<-tick.C
		current, err := f.b.PlaceRecords(f.ctx, id)
		if err != nil {
			f.Errorf("place records: %v", err)
			return
		}
		open := current.OpenShards()
		if _, err := f.b.SplitShard(f.ctx, id, open[n%len(open)].ID, time.Now()); err != nil {
			f.Errorf("split shard: %v", err)
		}
	}
}

// closeStream disables the table's stream while others write.
func (l *streamLoad) closeStream() {
	next, stream := *l.f.tab, *l.f.tab.Stream
	stream.Enabled = false
	next.Stream = &stream
	if err := l.f.b.UpdateTable(l.f.ctx, &next); err != nil {
		l.f.Errorf("close the stream: %v", err)
	}
}

// replica is a table made of the records of a stream.
type replica struct {
	subscriber
	items     map[string]string // by key
	positions int64             // how many were read
}

func newReplica(f *fixture) *replica {
	return &replica{subscriber: subscriber{fixture: f}, items: map[string]string{}}
}

// follow applies what is new. A record whose old image is not what the records before it left tells of one that is missing,
// doubled, or in another order.
func (r *replica) follow() {
	for _, rec := range r.read() {
		r.positions++
		key, old, new := canonical(r.fixture, rec.Keys), canonical(r.fixture, rec.Old), canonical(r.fixture, rec.New)
		if r.items[key] != old {
			r.Errorf("position %d of shard %d: the item %s was %s before, the records left %s", rec.Position, rec.shard.ID, key, old, r.items[key])
		}
		if kind := kindOf(old, new); rec.Kind != kind || old == new {
			r.Errorf("position %d: %s of %s to %s", rec.Position, rec.Kind, old, new)
		}
		it := r.item(key)
		if v, _ := it.Get("pk"); !rec.shard.Holds(attr.TokenOf(v)) || rec.Position <= rec.shard.After || rec.shard.End != nil && rec.Position > *rec.shard.End {
			r.Errorf("position %d of %s is in shard %+v", rec.Position, key, rec.shard)
		}
		if r.items[key] = new; new == "" {
			delete(r.items, key)
		}
	}
}

func kindOf(old, new string) backends.RecordKind {
	switch {
	case old == "":
		return backends.Insert
	case new == "":
		return backends.Remove
	default:
		return backends.Modify
	}
}

// compare fails unless the replica has read everything and has the table's items.
func (r *replica) compare() {
	if r.positions != r.stream.Last {
		r.Errorf("%d records read, the last position is %d", r.positions, r.stream.Last)
	}
	var err error
	r.tab, err = r.b.Table(r.ctx, r.tab.Name)
	r.must(err)
	items := r.scan()
	if len(items) != len(r.items) {
		r.Errorf("the table has %d items, the records make %d", len(items), len(r.items))
	}
	for _, it := range items {
		doc := canonical(r.fixture, it.Doc)
		if key := canonical(r.fixture, r.tab.KeyDoc(it)); r.items[key] != doc {
			r.Errorf("the item %s is %s, the records make %s", key, doc, r.items[key])
		}
	}
}
