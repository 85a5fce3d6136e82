package changes

import "testing"

// The ledger finds what a faulty stream would tell.
func TestTheLedgerFindsFaults(t *testing.T) {
	item := func(version string) Image { return Image{"pk": "p", "sk": "1", "version": version} }
	keys := Image{"pk": "p", "sk": "1"}
	record := func(n, event string, old, new Image) Change {
		return Change{Shard: "s", Sequence: n, ID: n, Event: event, Keys: keys, Old: old, New: new}
	}
	insert, modify := record("1", "INSERT", nil, item("a")), record("2", "MODIFY", item("a"), item("b"))
	remove := record("3", "REMOVE", item("b"), nil)
	for _, c := range []struct {
		name    string
		perhaps []string
		written []string
		read    []Change
		table   map[string]Image
		sound   bool
	}{
		{"all in order", nil, []string{"a", "b"}, []Change{insert, modify}, map[string]Image{"p/1": item("b")}, true},
		{"an item that is gone", nil, []string{"a", "b"}, []Change{insert, modify, remove}, nil, true},
		{"a record missing at the end", nil, []string{"a", "b"}, []Change{insert}, map[string]Image{"p/1": item("b")}, false},
		{"a record missing in the middle", nil, []string{"a", "b"}, []Change{insert, remove}, nil, false},
		{"a removal missing", nil, []string{"a"}, []Change{insert}, nil, false},
		{"a record twice", nil, []string{"a", "b"}, []Change{insert, insert, modify}, map[string]Image{"p/1": item("b")}, false},
		{"two records in the wrong order", nil, []string{"a", "b"}, []Change{modify, insert}, map[string]Image{"p/1": item("b")}, false},
		{"a number out of order", nil, []string{"a", "b"}, []Change{insert, record("0", "MODIFY", item("a"), item("b"))}, map[string]Image{"p/1": item("b")}, false},
		{"another event", nil, []string{"a", "b"}, []Change{insert, record("2", "INSERT", item("a"), item("b"))}, map[string]Image{"p/1": item("b")}, false},
		{"a write that was refused", nil, []string{"a"}, []Change{insert, modify}, map[string]Image{"p/1": item("b")}, false},
		{"a write without an answer that happened", []string{"b"}, []string{"a"}, []Change{insert, modify}, map[string]Image{"p/1": item("b")}, true},
		{"a write without an answer that did not happen", []string{"b"}, []string{"a"}, []Change{insert}, map[string]Image{"p/1": item("a")}, true},
		{"a write without an answer that is in the table alone", []string{"b"}, []string{"a"}, []Change{insert}, map[string]Image{"p/1": item("b")}, false},
		{"another item in the table", nil, []string{"a", "b"}, []Change{insert, modify}, map[string]Image{"p/1": item("a")}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := NewLedger()
			l.WrotePerhaps(c.perhaps)
			l.Wrote(len(c.written), c.written)
			for _, r := range c.read {
				l.Take(r)
			}
			if err := l.Verify(c.table); (err == nil) != c.sound {
				t.Errorf("got %v", err)
			}
		})
	}
}
