package backendtest

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// BenchStreams measures what a stream costs those who write, and what it costs to read it: each put replaces an item of 1 KB by
// another one.
func BenchStreams(b *testing.B, open func(b *testing.B) backends.Backend) {
	for _, view := range []catalog.View{"none", catalog.ViewKeysOnly, catalog.ViewBoth} {
		for _, callers := range []int{1, 16} {
			b.Run(fmt.Sprintf("put/%s/callers=%d", view, callers), func(b *testing.B) {
				benchPuts(b, open(b), view, callers)
			})
		}
	}
	b.Run("read", func(b *testing.B) {
		be := open(b)
		defer be.Close()
		stream := benchPuts(b, be, catalog.ViewBoth, 16)
		b.ResetTimer()
		benchRead(b, be, stream)
	})
}

// benchPuts puts b.N items, and gives the stream.
func benchPuts(b *testing.B, be backends.Backend, view catalog.View, callers int) *catalog.Stream {
	const items = 5000
	ctx := context.Background()
	t := hashTable("bench")
	if view != "none" {
		opening(t, view, 4)
	}
	if err := be.CreateTable(ctx, t); err != nil {
		b.Fatal(err)
	}
	pad := strings.Repeat("some text ", 90)
	var next atomic.Int64
	var wg sync.WaitGroup
	b.ResetTimer()
	for range callers {
		wg.Go(func() {
			for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
				it, _ := attr.ParseItem(fmt.Appendf(nil, `{"pk":{"S":"p%d"},"n":{"N":"%d"},"text":{"S":"%s"}}`, n%items, n, pad))
				key, _ := t.Key(&it)
				w := plan.ItemWrite{Kind: plan.Put, Table: t, Key: key, Item: &it}
				if _, err := be.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if t.Stream == nil {
		return nil
	}
	return &catalog.Stream{ID: t.Stream.ID}
}

// benchRead places all records and reads them.
func benchRead(b *testing.B, be backends.Backend, stream *catalog.Stream) {
	ctx := context.Background()
	current, err := be.PlaceRecords(ctx, stream)
	if err != nil {
		b.Fatal(err)
	}
	total := 0
	for _, h := range current.Shards {
		p := &plan.Records{Stream: current, Shard: h.ID, Limit: 1000, MaxBytes: maxBytes}
		for {
			page, err := be.Records(ctx, p)
			if err != nil {
				b.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			total += len(page)
			p.After = page[len(page)-1].Position
		}
	}
	if total != b.N {
		b.Errorf("%d records of %d", total, b.N)
	}
}
