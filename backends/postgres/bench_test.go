package postgres

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func benchTable(b *testing.B, be *Backend, indexes int) (*catalog.Table, func(i int) plan.ItemWrite) {
	tab := &catalog.Table{Name: "bench", Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}}
	for i := range indexes {
		tab.Indexes = append(tab.Indexes, &catalog.Index{ID: int32(i + 1), Name: fmt.Sprint(i), Projection: "ALL", Partition: []catalog.KeyAttr{{Name: fmt.Sprintf("a%d", i), Type: attr.S}}})
	}
	if err := be.CreateTable(context.Background(), tab); err != nil {
		b.Fatal(err)
	}
	pad := strings.Repeat("x", 800)
	return tab, func(i int) plan.ItemWrite {
		it, _ := attr.ParseItem([]byte(fmt.Sprintf(`{"pk":{"S":"p%d"},"a0":{"S":"a%d"},"a1":{"S":"a%d"},"n":{"N":"%d"},"pad":{"S":"%s"}}`, i%10000, i, i/2, i, pad)))
		k, _ := tab.Key(&it)
		return plan.ItemWrite{Kind: plan.Put, Table: tab, Key: k, Item: &it, Entries: tab.Entries(&it)}
	}
}

func BenchmarkWrite(b *testing.B) {
	ctx := context.Background()
	two, _ := attr.NumberValue("2")
	cond := &plan.Compare{Op: plan.NE, Left: &plan.PathOperand{Path: attr.Path{{Name: "n"}}}, Right: &plan.ValueOperand{Value: two}}
	for _, c := range []struct {
		name    string
		indexes int
		do      func(w plan.ItemWrite) plan.ItemWrite
	}{
		{"put", 0, func(w plan.ItemWrite) plan.ItemWrite { return w }},
		{"put-if", 0, func(w plan.ItemWrite) plan.ItemWrite { w.Condition, w.HoldsOnMissing = cond, true; return w }},
		{"put-old", 0, func(w plan.ItemWrite) plan.ItemWrite { w.NeedOld = true; return w }},
		{"put-2index", 2, func(w plan.ItemWrite) plan.ItemWrite { return w }},
		{"put-2index-none", 2, func(w plan.ItemWrite) plan.ItemWrite { w.Entries = make([]*catalog.Entry, 2); return w }},
		{"update", 0, func(w plan.ItemWrite) plan.ItemWrite {
			one, _ := attr.NumberValue("1")
			return plan.ItemWrite{Kind: plan.Update, Table: w.Table, Key: w.Key, KeyAttrs: w.Item.Attrs[:1], Actions: []plan.Action{{Verb: plan.AddValue, Path: attr.Path{{Name: "n"}}, Value: &plan.ValueExpr{Value: one}}}}
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			be := openAt(b, pgtest.URL(b), backends.Options{})
			_, w := benchTable(b, be, c.indexes)
			b.ReportAllocs()
			b.ResetTimer()
			for i := 0; i < b.N; i++ {
				it := c.do(w(i))
				if _, err := be.Write(ctx, &plan.Write{Items: []plan.ItemWrite{it}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkGet(b *testing.B) {
	ctx := context.Background()
	be := openAt(b, pgtest.URL(b), backends.Options{})
	tab, w := benchTable(b, be, 0)
	p := &plan.Write{}
	var keys []catalog.Key
	for i := range 10000 {
		it := w(i)
		keys = append(keys, it.Key)
		p.Items = append(p.Items, it)
	}
	if _, err := be.Write(ctx, p); err != nil {
		b.Fatal(err)
	}
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			if _, err := be.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: keys[i%10000]}}}, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	var n atomic.Int64
	b.Run("parallel", func(b *testing.B) {
		b.SetParallelism(32)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				i := int(n.Add(1))
				if _, err := be.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: keys[i%10000]}}}, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
	b.Run("100", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			g := &plan.Get{}
			for j := range 100 {
				g.Reads = append(g.Reads, plan.Read{Table: tab, Key: keys[(i*100+j*7)%10000]})
			}
			if _, err := be.Get(ctx, g, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("page", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			q := &plan.Query{Table: tab, MaxBytes: 1 << 20, Limit: 100, After: &plan.Position{Key: keys[i%10000]}}
			if _, err := be.Query(ctx, q); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkStreams(b *testing.B) {
	backendtest.BenchStreams(b, func(b *testing.B) backends.Backend { return openAt(b, pgtest.URL(b), backends.Options{}) })
}

// BenchmarkTransaction adds to two items that nobody else writes, under a name, as the transactions of SDKs do.
func BenchmarkTransaction(b *testing.B) {
	be := openAt(b, pgtest.URL(b), backends.Options{})
	tab, w := benchTable(b, be, 0)
	one, _ := attr.NumberValue("1")
	add := func(i int) plan.ItemWrite {
		to := w(i)
		return plan.ItemWrite{Kind: plan.Update, Table: tab, Key: to.Key, KeyAttrs: to.Item.Attrs[:1], NeedSizes: true,
			Actions: []plan.Action{{Verb: plan.AddValue, Path: attr.Path{{Name: "n"}}, Value: &plan.ValueExpr{Value: one}}}}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		once := &plan.Once{Account: "1", Operation: "Op", Token: fmt.Sprint("token ", i), Now: time.Now()}
		_, err := be.Write(context.Background(), &plan.Write{Atomic: true, NoWait: true, Once: once, Items: []plan.ItemWrite{add(2 * i), add(2*i + 1)}})
		if err != nil {
			b.Fatal(err)
		}
	}
}
