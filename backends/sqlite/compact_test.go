package sqlite

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func TestCompactGivesBackTheRoomOfDroppedTables(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path)
	tab, kept := newTable(t, b, "dropped"), newTable(t, b, "kept")
	big := put(t, tab, `{"pk":{"S":"a"},"x":{"S":"`+strings.Repeat("x", 300_000)+`"}}`)
	small := put(t, kept, `{"pk":{"S":"a"},"x":{"S":"y"}}`)
	for _, w := range []plan.ItemWrite{big, small} {
		if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.DropTable(ctx, tab); err != nil {
		t.Fatal(err)
	}
	closeAndMeasure := func(b backends.Backend) int64 {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	before := closeAndMeasure(b)
	b, err := Open(ctx, "sqlite:"+path, backends.Options{Logger: slog.New(slog.DiscardHandler), Compact: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := get(t, b, small); got != `{"pk":{"S":"a"},"x":{"S":"y"}}` {
		t.Errorf("the item is %s", got)
	}
	if after := closeAndMeasure(b); after > before-250_000 {
		t.Errorf("the file has %d bytes, before it had %d", after, before)
	}
}
