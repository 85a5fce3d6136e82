package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// benchTable has items of about 1 KB: 100 in each partition.
type benchTable struct {
	b   backends.Backend
	tab *catalog.Table
}

const (
	perPartition = 100
	// benchBuckets is how many groups of 25 items there are among 20,000.
	benchBuckets = 800
)

func benchDoc(i int) []byte {
	return fmt.Appendf(nil, `{"pk":{"S":"partition-%06d"},"sk":{"N":"%d"},"group":{"N":"%d"},"bucket":{"N":"%d"},"name":{"S":"item number %d"},"tags":{"SS":["a","b"]},"text":{"S":"%s"}}`,
		i/perPartition, i%perPartition, i%10000, i*7919%20000/25, i, strings.Repeat("some text ", 85))
}

func benchItem(tb testing.TB, t *catalog.Table, i int) plan.ItemWrite {
	it, err := attr.ParseItem(benchDoc(i))
	if err != nil {
		tb.Fatal(err)
	}
	k, _ := t.Key(&it)
	return plan.ItemWrite{Kind: plan.Put, Table: t, Key: k, Item: &it, Entries: t.Entries(&it)}
}

func newBenchTable(tb testing.TB, items int, indexes ...*catalog.Index) *benchTable {
	tb.Helper()
	b := openAt(tb, filepath.Join(tb.TempDir(), "bench.db"))
	tb.Cleanup(func() { b.Close() })
	return fillBenchTable(tb, b, items, indexes...)
}

func fillBenchTable(tb testing.TB, b backends.Backend, items int, indexes ...*catalog.Index) *benchTable {
	tb.Helper()
	t := &catalog.Table{Name: "bench", Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}, Sort: &catalog.KeyAttr{Name: "sk", Type: attr.N}, Indexes: indexes}
	ctx := context.Background()
	if err := b.CreateTable(ctx, t); err != nil {
		tb.Fatal(err)
	}
	for from := 0; from < items; from += 1000 {
		p := &plan.Write{}
		for i := from; i < min(from+1000, items); i++ {
			p.Items = append(p.Items, benchItem(tb, t, i))
		}
		if _, err := b.Write(ctx, p); err != nil {
			tb.Fatal(err)
		}
	}
	return &benchTable{b, t}
}

func BenchmarkGet(b *testing.B) {
	for _, callers := range []int{1, 32} {
		b.Run(fmt.Sprintf("callers=%d", callers), func(b *testing.B) {
			const items = 20_000
			bt := newBenchTable(b, items)
			keys := make([]catalog.Key, items)
			for i := range keys {
				keys[i] = benchItem(b, bt.tab, i).Key
			}
			b.ReportAllocs()
			b.SetParallelism(callers)
			parallel(b, callers, func(i int) {
				rows, err := bt.b.Get(context.Background(), &plan.Get{Reads: []plan.Read{{Table: bt.tab, Key: keys[i*7919%items]}}}, nil)
				if err != nil || rows[0].Doc == nil {
					b.Error("no item", err)
				}
			})
		})
	}
}

// parallel spreads b.N calls over callers.
func parallel(b *testing.B, callers int, call func(i int)) {
	b.ResetTimer()
	if callers == 1 {
		for i := range b.N {
			call(i)
		}
		return
	}
	done := make(chan struct{})
	for c := range callers {
		go func() {
			for i := c; i < b.N; i += callers {
				call(i)
			}
			done <- struct{}{}
		}()
	}
	for range callers {
		<-done
	}
}

func benchmarkPut(b *testing.B, callers int, indexes ...*catalog.Index) {
	const items = 20_000
	bt := newBenchTable(b, items, indexes...)
	writes := make([]plan.ItemWrite, items)
	for i := range writes {
		writes[i] = benchItem(b, bt.tab, i)
	}
	b.ReportAllocs()
	parallel(b, callers, func(i int) {
		if _, err := bt.b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{writes[i*7919%items]}}); err != nil {
			b.Error(err)
		}
	})
}

func BenchmarkPut(b *testing.B) {
	for _, callers := range []int{1, 32} {
		b.Run(fmt.Sprintf("callers=%d", callers), func(b *testing.B) { benchmarkPut(b, callers) })
	}
	b.Run("callers=32,indexes=2", func(b *testing.B) {
		benchmarkPut(b, 32,
			&catalog.Index{ID: 1, Name: "x", Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "name", Type: attr.S}}},
			&catalog.Index{ID: 2, Name: "y", Projection: catalog.ProjectKeysOnly, Partition: []catalog.KeyAttr{{Name: "group", Type: attr.N}}})
	})
}

func BenchmarkUpdate(b *testing.B) {
	bt := newBenchTable(b, 1000)
	one, _ := attr.NumberValue("1")
	write := benchItem(b, bt.tab, 7)
	write = plan.ItemWrite{Kind: plan.Update, Table: bt.tab, Key: write.Key, Actions: []plan.Action{
		{Verb: plan.AddValue, Path: attr.Path{{Name: "group"}}, Value: &plan.ValueExpr{Value: one}}}}
	b.ReportAllocs()
	parallel(b, 32, func(int) {
		if _, err := bt.b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{write}}); err != nil {
			b.Error(err)
		}
	})
}

func BenchmarkQuery100(b *testing.B) {
	for _, limit := range []int{0, perPartition} {
		b.Run(fmt.Sprintf("limit=%d", limit), func(b *testing.B) {
			const items = 20_000
			bt := newBenchTable(b, items)
			b.ReportAllocs()
			parallel(b, 32, func(i int) {
				token := attr.TokenOf(attr.StringValue(fmt.Sprintf("partition-%06d", i*31%(items/perPartition))))
				page, err := bt.b.Query(context.Background(), &plan.Query{Table: bt.tab, Partition: &token, Limit: limit, MaxBytes: 1 << 20})
				if err != nil || page.Matched != perPartition {
					b.Error("matched", page.Matched, err)
				}
			})
		})
	}
}

// BenchmarkScanFilter reads 100,000 items of 1 KB, of which 10 match.
func BenchmarkScanFilter(b *testing.B) {
	bt := newBenchTable(b, 100_000)
	seven, _ := attr.NumberValue("7")
	filter := &plan.Compare{Op: plan.EQ, Left: &plan.PathOperand{Path: attr.Path{{Name: "group"}}}, Right: &plan.ValueOperand{Value: seven}}
	b.ReportAllocs()
	parallel(b, 1, func(int) {
		page, err := bt.b.Query(context.Background(), &plan.Query{Table: bt.tab, Filter: filter, MaxBytes: 1 << 40})
		if err != nil || page.Matched != 10 || page.Scanned != 100_000 {
			b.Error("matched", page.Matched, page.Scanned, err)
		}
	})
}

// BenchmarkMixed reads partitions of 100 items, half of the callers, while the others put.
func BenchmarkMixed(b *testing.B) {
	for _, limit := range []int{0, perPartition} {
		b.Run(fmt.Sprintf("limit=%d", limit), func(b *testing.B) {
			const items = 20_000
			bt := newBenchTable(b, items)
			writes := make([]plan.ItemWrite, items)
			for i := range writes {
				writes[i] = benchItem(b, bt.tab, i)
			}
			parallel(b, 32, func(i int) {
				if i%32 < 16 {
					if _, err := bt.b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{writes[i*7919%items]}}); err != nil {
						b.Error(err)
					}
					return
				}
				token := attr.TokenOf(attr.StringValue(fmt.Sprintf("partition-%06d", i*31%(items/perPartition))))
				page, err := bt.b.Query(context.Background(), &plan.Query{Table: bt.tab, Partition: &token, Limit: limit, MaxBytes: 1 << 20})
				if err != nil || page.Matched != perPartition {
					b.Error("matched", page.Matched, err)
				}
			})
		})
	}
}

// BenchmarkMixedGet gets single items, half of the callers, while the others put.
func BenchmarkMixedGet(b *testing.B) {
	const items = 20_000
	bt := newBenchTable(b, items)
	writes := make([]plan.ItemWrite, items)
	for i := range writes {
		writes[i] = benchItem(b, bt.tab, i)
	}
	parallel(b, 64, func(i int) {
		w := &writes[i*7919%items]
		if i%64 < 32 {
			if _, err := bt.b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{*w}}); err != nil {
				b.Error(err)
			}
			return
		}
		if _, err := bt.b.Get(context.Background(), &plan.Get{Reads: []plan.Read{{Table: bt.tab, Key: w.Key}}}, nil); err != nil {
			b.Error(err)
		}
	})
}

func BenchmarkStreams(b *testing.B) {
	backendtest.BenchStreams(b, func(b *testing.B) backends.Backend { return openAt(b, filepath.Join(b.TempDir(), "bench.db")) })
}
