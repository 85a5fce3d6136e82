package sqlite

import (
	"context"
	"fmt"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// BenchmarkScanPage reads pages of 1 MB, some 950 items, of which a filter of two terms keeps one in a hundred.
func BenchmarkScanPage(b *testing.B) {
	bt := newBenchTable(b, 20_000)
	seven, _ := attr.NumberValue("7")
	filter := &plan.And{Of: []plan.Predicate{
		&plan.Compare{Op: plan.EQ, Left: &plan.PathOperand{Path: attr.Path{{Name: "sk"}}}, Right: &plan.ValueOperand{Value: seven}},
		&plan.BeginsWith{Of: &plan.PathOperand{Path: attr.Path{{Name: "name"}}}, Prefix: &plan.ValueOperand{Value: attr.StringValue("item")}},
	}}
	for _, f := range []plan.Predicate{nil, filter} {
		b.Run(fmt.Sprintf("filter=%t", f != nil), func(b *testing.B) {
			b.ReportAllocs()
			parallel(b, 1, func(int) {
				page, err := bt.b.Query(context.Background(), &plan.Query{Table: bt.tab, Filter: f, CountOnly: f == nil, MaxBytes: 1 << 20})
				if err != nil {
					b.Error(err)
				}
				page.Release()
			})
		})
	}
}

// BenchmarkQueryIndex reads 25 items by an index whose entries lead all over the table.
func BenchmarkQueryIndex(b *testing.B) {
	const items = 20_000
	bt := newBenchTable(b, items, &catalog.Index{ID: 1, Name: "x", Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "bucket", Type: attr.N}}})
	b.ReportAllocs()
	parallel(b, 32, func(i int) {
		n, _ := attr.NumberValue(fmt.Sprint(i * 31 % benchBuckets))
		token := attr.TokenOf(n)
		page, err := bt.b.Query(context.Background(), &plan.Query{Table: bt.tab, Index: bt.tab.Indexes[0], Partition: &token, Limit: 25, MaxBytes: 1 << 20})
		if err != nil || page.Matched != 25 {
			b.Error("matched", page.Matched, err)
		}
		page.Release()
	})
}

// BenchmarkBatchGet reads 100 items by keys from all over the table.
func BenchmarkBatchGet(b *testing.B) {
	const items = 20_000
	bt := newBenchTable(b, items)
	keys := make([]catalog.Key, items)
	for i := range keys {
		keys[i] = benchItem(b, bt.tab, i).Key
	}
	b.ReportAllocs()
	parallel(b, 32, func(i int) {
		reads := make([]plan.Read, 100)
		for j := range reads {
			reads[j] = plan.Read{Table: bt.tab, Key: keys[(i*7919+j*6151)%items]}
		}
		docs := &backends.Arena{}
		if rows, err := bt.b.Get(context.Background(), &plan.Get{Reads: reads}, docs); err != nil || rows[99].Doc == nil {
			b.Error("no item", err)
		}
		docs.Release()
	})
}
