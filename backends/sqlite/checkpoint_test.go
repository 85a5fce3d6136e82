package sqlite

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ddbsql/ddbsql/translator/plan"
)

func TestTheLogOfAServerThatWasKilledIsMoved(t *testing.T) {
	folder := t.TempDir()
	before := openAt(t, filepath.Join(folder, "before.db")).(*backend)
	defer before.Close()
	stopCheckpointer(before)
	w := put(t, newTable(t, before, "kept"), `{"pk":{"S":"a"},"x":{"S":"y"}}`)
	if _, err := before.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{".db", ".db-wal"} { // as they are at that moment
		b, err := os.ReadFile(filepath.Join(folder, "before"+end))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, "after"+end), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}

	after := openAt(t, filepath.Join(folder, "after.db")).(*backend)
	defer after.Close()
	stopCheckpointer(after)
	if err := after.check.look(); err != nil {
		t.Fatal(err)
	}
	var log progress
	err := after.exec.pause(func(c *conn) (err error) {
		log, err = checkpoint(c, "NOOP")
		return err
	})
	if err != nil || log.pages == 0 || log.moved != log.pages {
		t.Errorf("%d of %d pages of the log are in the file: %v", log.moved, log.pages, err)
	}
	if got := get(t, after, w); got != `{"pk":{"S":"a"},"x":{"S":"y"}}` {
		t.Errorf("the item is %s", got)
	}
}
