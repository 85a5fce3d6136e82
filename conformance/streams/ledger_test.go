package main

import "testing"

// The ledger finds what a faulty stream would tell.
func TestTheLedgerFindsFaults(t *testing.T) {
	item := func(version string) image { return image{"pk": "p", "sk": "1", "version": version} }
	keys := image{"pk": "p", "sk": "1"}
	record := func(n, event string, old, new image) change {
		return change{Shard: "s", Sequence: n, ID: n, Event: event, Keys: keys, Old: old, New: new}
	}
	insert, modify := record("1", "INSERT", nil, item("a")), record("2", "MODIFY", item("a"), item("b"))
	remove := record("3", "REMOVE", item("b"), nil)
	for _, c := range []struct {
		name    string
		written []string
		read    []change
		table   map[string]image
		sound   bool
	}{
		{"all in order", []string{"a", "b"}, []change{insert, modify}, map[string]image{"p/1": item("b")}, true},
		{"an item that is gone", []string{"a", "b"}, []change{insert, modify, remove}, nil, true},
		{"a record missing at the end", []string{"a", "b"}, []change{insert}, map[string]image{"p/1": item("b")}, false},
		{"a record missing in the middle", []string{"a", "b"}, []change{insert, remove}, nil, false},
		{"a removal missing", []string{"a"}, []change{insert}, nil, false},
		{"a record twice", []string{"a", "b"}, []change{insert, insert, modify}, map[string]image{"p/1": item("b")}, false},
		{"two records in the wrong order", []string{"a", "b"}, []change{modify, insert}, map[string]image{"p/1": item("b")}, false},
		{"a number out of order", []string{"a", "b"}, []change{insert, record("0", "MODIFY", item("a"), item("b"))}, map[string]image{"p/1": item("b")}, false},
		{"another event", []string{"a", "b"}, []change{insert, record("2", "INSERT", item("a"), item("b"))}, map[string]image{"p/1": item("b")}, false},
		{"a write that was refused", []string{"a"}, []change{insert, modify}, map[string]image{"p/1": item("b")}, false},
		{"another item in the table", []string{"a", "b"}, []change{insert, modify}, map[string]image{"p/1": item("a")}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLedger()
			l.wrote(len(c.written), c.written)
			for _, r := range c.read {
				l.take(r)
			}
			if err := l.verify(c.table); (err == nil) != c.sound {
				t.Errorf("got %v", err)
			}
		})
	}
}
