package backendtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Place names a place for a copy where nothing is, different ones at every call.
type Place func(t *testing.T) string

// Copies tests backends that can copy all they hold. other gives another server's view of the same database, or the same backend
// where there is no other.
func Copies(t *testing.T, open Opener, place Place, other func(t *testing.T, b backends.Backend) backends.Backend) {
	for _, group := range []struct {
		name string
		test func(t *testing.T, b, other backends.Backend, place Place)
	}{
		{"ThereAndBack", testThereAndBack},
		{"OldDefinitions", testOldDefinitionsAfterALoad},
		{"Identity", testIdentityOfACopy},
		{"OneMoment", testCopyOfOneMoment},
		{"UnderRequests", testLoadUnderRequests},
		{"NoSuchCopy", testNoSuchCopy},
	} {
		t.Run(group.name, func(t *testing.T) {
			b := open(t)
			defer b.Close()
			group.test(t, b, other(t, b), place)
		})
	}
}

func (f *fixture) save(to string) {
	f.Helper()
	c, ok := backends.AsCopies(f.b)
	if !ok {
		f.Fatal("the backend has no copies")
	}
	f.must(c.SaveCopy(f.ctx, to))
}

func (f *fixture) loadCopy(from string) error {
	f.Helper()
	c, _ := backends.AsCopies(f.b)
	return c.LoadCopy(f.ctx, backends.Place{Name: from}, backends.Identity{})
}

// again reads the table's definition anew.
func (f *fixture) again() {
	f.Helper()
	var err error
	f.tab, err = f.b.Table(f.ctx, f.tab.Name)
	f.must(err)
}

func testThereAndBack(t *testing.T, b, _ backends.Backend, place Place) {
	f := newFixture(t, b, opening(indexedTable("copied"), catalog.ViewNew, 2))
	const kept = `{"pk":{"S":"1"},"sk":{"S":"a"},"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"y"}}`
	f.load(kept)
	to := place(t)
	f.save(to)
	for range 2 {
		f.load(`{"pk":{"S":"1"},"sk":{"S":"a"},"n":{"N":"2"}}`, `{"pk":{"S":"2"},"sk":{"S":"b"},"b":{"S":"z"}}`)
		newFixture(t, b, hashTable("later"))
		f.must(f.loadCopy(to))
		f.again()
		f.holds(`{"pk":{"S":"1"},"sk":{"S":"a"}}`, kept)
		f.holds(`{"pk":{"S":"2"},"sk":{"S":"b"}}`, "")
		f.sound()
		if names, err := b.ListTables(f.ctx, "", 10); err != nil || !slices.Equal(names, []string{"copied"}) {
			t.Errorf("tables %v, %v", names, err)
		}
		stream, err := b.Stream(f.ctx, f.tab.Name, f.tab.Stream.Label)
		f.must(err)
		if stream, err = b.PlaceRecords(f.ctx, stream); err != nil || stream.Last != 1 || stream.ID != f.tab.Stream.ID {
			t.Errorf("the stream is %+v (%v), the table's is %d", stream, err, f.tab.Stream.ID)
		}
	}
	f.must(f.loadCopy(""))
	if names, err := b.ListTables(f.ctx, "", 10); err != nil || len(names) > 0 {
		t.Errorf("after loading nothing: tables %v, %v", names, err)
	}
	newFixture(t, b, indexedTable("copied")).sound()
}

// What another server has read before is stale for all it may do, however often the definition changed before and after.
func testOldDefinitionsAfterALoad(t *testing.T, b, other backends.Backend, place Place) {
	f := newFixture(t, b, hashTable("T"))
	f.load(`{"pk":{"S":"1"}}`)
	to := place(t)
	f.save(to)
	changed := *f.tab
	changed.Tags = []catalog.Tag{{Key: "k", Value: "v"}}
	f.must(b.UpdateTable(f.ctx, &changed))
	elsewhere := newFixture(t, b, hashTable("elsewhere")).tab
	old := []*catalog.Table{f.tab, &changed, elsewhere}

	f.must(f.loadCopy(to))
	f.again()
	for range 3 {
		next := *f.tab
		f.must(b.UpdateTable(f.ctx, &next))
		f.tab = &next
	}
	made := newFixture(t, b, hashTable("made")).tab
	for i, tab := range old {
		g := &fixture{T: t, ctx: f.ctx, b: other, tab: tab}
		_, err := other.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{g.put(`{"pk":{"S":"stale"}}`)}})
		g.wantCode(err, backends.CodeStale)
		_, err = other.Get(f.ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: g.key(`{"pk":{"S":"1"}}`)}}}, nil)
		g.wantCode(err, backends.CodeStale)
		if made.ID == tab.ID {
			t.Errorf("definition %d has the id %d of a table that was made later", i, tab.ID)
		}
	}
	f.holds(`{"pk":{"S":"1"}}`, `{"pk":{"S":"1"}}`)
	f.holds(`{"pk":{"S":"stale"}}`, "")
}

func testIdentityOfACopy(t *testing.T, b, _ backends.Backend, place Place) {
	tab := opening(hashTable("T"), catalog.ViewNew, 1)
	tab.ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/T"
	tab.Stream.Opening.ARN, tab.Stream.Opening.Secret = tab.ARN+"/stream/"+tab.Stream.Label, []byte("secret")
	f := newFixture(t, b, tab)
	to := place(t)
	f.save(to)
	c, _ := backends.AsCopies(b)
	f.must(c.LoadCopy(f.ctx, backends.Place{Name: to}, backends.Identity{Region: "eu-west-1", Account: "111111111111"}))
	f.again()
	if want := "arn:aws:dynamodb:eu-west-1:111111111111:table/T"; f.tab.ARN != want {
		t.Errorf("the table is %s, want %s", f.tab.ARN, want)
	}
	s, err := b.Stream(f.ctx, "T", f.tab.Stream.Label)
	f.must(err)
	if !strings.HasPrefix(s.ARN, "arn:aws:dynamodb:eu-west-1:111111111111:table/T/stream/") || bytes.Equal(s.Secret, []byte("secret")) {
		t.Errorf("the stream is %s, its secret %q", s.ARN, s.Secret)
	}
}

// What is written together is together in every copy, whoever writes meanwhile.
func testCopyOfOneMoment(t *testing.T, b, _ backends.Backend, place Place) {
	f := newFixture(t, b, hashTable("T"))
	pair := func(n int) []string {
		return []string{fmt.Sprintf(`{"pk":{"S":"a"},"n":{"N":"%d"}}`, n), fmt.Sprintf(`{"pk":{"S":"b"},"n":{"N":"%d"}}`, n)}
	}
	f.load(pair(0)...)
	ctx, stop := context.WithCancel(f.ctx)
	var writer sync.WaitGroup
	writer.Go(func() {
		for n := 1; ctx.Err() == nil; n++ {
			p := &plan.Write{Atomic: true}
			for _, doc := range pair(n) {
				p.Items = append(p.Items, f.put(doc))
			}
			if _, err := f.b.Write(f.ctx, p); err != nil {
				t.Errorf("write %d: %v", n, err)
				return
			}
		}
	})
	var copies []string
	for range 5 {
		copies = append(copies, place(t))
		f.save(copies[len(copies)-1])
	}
	stop()
	writer.Wait()
	for _, from := range copies {
		f.must(f.loadCopy(from))
		f.again()
		a, b := f.get(`{"pk":{"S":"a"}}`), f.get(`{"pk":{"S":"b"}}`)
		if a == "" || strings.Replace(a, `"S":"a"`, `"S":"b"`, 1) != b {
			t.Errorf("together in the copy are %s and %s", a, b)
		}
	}
}

// Requests that come while a copy is loaded wait, or are told that their definition is stale; none fails, and what is written after it
// is there.
func testLoadUnderRequests(t *testing.T, b, other backends.Backend, place Place) {
	f := newFixture(t, b, indexedTable("T"))
	f.load(`{"pk":{"S":"1"},"sk":{"S":"a"},"b":{"S":"x"}}`)
	to := place(t)
	f.save(to)
	ctx, stop := context.WithCancel(f.ctx)
	var callers sync.WaitGroup
	for n, caller := range []backends.Backend{b, other, b, other} {
		callers.Go(func() { writeOn(t, ctx, caller, n) })
	}
	for range 5 {
		f.must(f.loadCopy(to))
	}
	stop()
	callers.Wait()
	f.must(f.loadCopy(to))
	f.again()
	f.sound()
	f.load(`{"pk":{"S":"2"},"sk":{"S":"a"}}`)
	f.holds(`{"pk":{"S":"2"},"sk":{"S":"a"}}`, `{"pk":{"S":"2"},"sk":{"S":"a"}}`)
}

// writeOn writes and reads until the context ends, with a definition that is read anew when it is stale.
func writeOn(t *testing.T, ctx context.Context, b backends.Backend, n int) {
	g := &fixture{T: t, ctx: context.WithoutCancel(ctx), b: b}
	for ctx.Err() == nil {
		tab, err := b.Table(g.ctx, "T")
		if err != nil {
			t.Errorf("caller %d: definition: %v", n, err)
			return
		}
		for err == nil && ctx.Err() == nil {
			g.tab = tab
			doc := fmt.Sprintf(`{"pk":{"S":"1"},"sk":{"S":"%d"},"b":{"S":"x"}}`, n)
			if _, err = b.Write(g.ctx, &plan.Write{Items: []plan.ItemWrite{g.put(doc)}}); err == nil {
				_, err = b.Get(g.ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: g.key(doc)}}}, nil)
			}
		}
		if err != nil && codeOf(err) != backends.CodeStale {
			t.Errorf("caller %d: %v", n, err)
			return
		}
	}
}

func testNoSuchCopy(t *testing.T, b, _ backends.Backend, place Place) {
	f := newFixture(t, b, hashTable("T"))
	f.load(`{"pk":{"S":"1"}}`)
	if err := f.loadCopy(place(t)); err == nil {
		t.Error("a copy was loaded that is not there")
	}
	f.holds(`{"pk":{"S":"1"}}`, `{"pk":{"S":"1"}}`)
	to := place(t)
	f.save(to)
	c, _ := backends.AsCopies(b)
	if err := c.SaveCopy(f.ctx, to); err == nil || errors.Is(err, context.Canceled) {
		t.Errorf("a copy took another one's place: %v", err)
	}
}
