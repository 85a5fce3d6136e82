package backendtest

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testStreams writes in every way to tables with every view, and reads what their streams tell of it.
func testStreams(t *testing.T, b backends.Backend) {
	for _, view := range []catalog.View{catalog.ViewKeysOnly, catalog.ViewNew, catalog.ViewOld, catalog.ViewBoth} {
		for _, way := range writeWays {
			name := fmt.Sprintf("%s-%s", view, way.name)
			f := newFixture(t, b, opening(indexedTable(name), view, 3))
			testRecords(f, way)
			f.sound()
		}
	}
	testStreamsOfBatches(newFixture(t, b, opening(indexedTable("batches"), catalog.ViewBoth, 2)))
}

// labels counts the streams of this program.
var labels atomic.Int64

// opening gives a table that is to be made a stream that is to be opened.
func opening(t *catalog.Table, view catalog.View, shards int) *catalog.Table {
	now := time.UnixMilli(time.Now().UnixMilli()).UTC()
	label := fmt.Sprint("label-", labels.Add(1))
	t.Stream = &catalog.TableStream{Label: label, View: view, Enabled: true, Opening: &catalog.Stream{
		Table: t.Name, Label: label, ARN: "arn:" + t.Name + "/" + label, View: view, CreatedAt: now,
		Partition: t.Partition, Sort: t.Sort, Shards: catalog.NewShards(shards, now),
	}}
	return t
}

// writeWay is a way in which a change of one item can be asked for.
type writeWay struct {
	name string
	plan func(w plan.ItemWrite) *plan.Write
}

var writeWays = []writeWay{
	{"plain", func(w plan.ItemWrite) *plan.Write { return &plan.Write{Items: []plan.ItemWrite{w}} }},
	{"images", func(w plan.ItemWrite) *plan.Write {
		w.NeedOld, w.NeedNew, w.NeedSizes, w.NeedOldOnFailure = w.Kind != plan.Check, w.Kind == plan.Put || w.Kind == plan.Update, true, true
		return &plan.Write{Items: []plan.ItemWrite{w}}
	}},
	{"atomic", func(w plan.ItemWrite) *plan.Write { return &plan.Write{Atomic: true, Items: []plan.ItemWrite{w}} }},
}

// change is a write and the record it gives: none if kind is empty.
type change struct {
	name     string
	before   string // the item that is there; empty for none
	write    func(f *fixture, key string) plan.ItemWrite
	kind     backends.RecordKind
	old, new string // without the key
}

// with is an item of the key and further attributes.
func with(key, attrs string) string {
	if attrs == "" {
		return key
	}
	return key[:len(key)-1] + "," + attrs + "}"
}

func putting(attrs string) func(*fixture, string) plan.ItemWrite {
	return func(f *fixture, key string) plan.ItemWrite { return f.put(with(key, attrs)) }
}

func updating(actions func(f *fixture) []plan.Action) func(*fixture, string) plan.ItemWrite {
	return func(f *fixture, key string) plan.ItemWrite { return f.update(key, actions(f)...) }
}

func (f *fixture) expire(key string) plan.ItemWrite {
	w := f.delete(key)
	w.Expired = true
	return w
}

// changes are those of one item in a table with the indexes of indexedTable.
var changes = []change{
	{"a put of a new item", "", putting(`"v":{"S":"x"}`), backends.Insert, "", `"v":{"S":"x"}`},
	{"a put of a new item with entries", "", putting(`"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"y"}`), backends.Insert, "", `"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"y"}`},
	{"a put over an item", `"v":{"S":"x"}`, putting(`"w":{"SS":["a","b"]}`), backends.Modify, `"v":{"S":"x"}`, `"w":{"SS":["a","b"]}`},
	{"a put over an item that moves its entries", `"b":{"S":"x"}`, putting(`"a":{"S":"x"},"n":{"N":"1"}`), backends.Modify, `"b":{"S":"x"}`, `"a":{"S":"x"},"n":{"N":"1"}`},
	{"a put of what is there", `"v":{"S":"x"},"b":{"S":"y"}`, putting(`"b":{"S":"y"},"v":{"S":"x"}`), "", "", ""},
	{"a put of a map in another order", `"m":{"M":{"p":{"N":"1"},"q":{"N":"2"}}}`, putting(`"m":{"M":{"q":{"N":"2"},"p":{"N":"1"}}}`), "", "", ""},
	{"a put on condition that holds", "", func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.put(key), notExists("pk")) }, backends.Insert, "", ""},
	{"a put on condition that fails", `"v":{"N":"1"}`, func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.put(key), notExists("pk")) }, "", "", ""},
	{"a put on condition over an item", `"v":{"N":"1"}`, func(f *fixture, key string) plan.ItemWrite {
		return onlyIf(f.put(key), f.is("v", `{"N":"1"}`))
	}, backends.Modify, `"v":{"N":"1"}`, ""},
	{"a put on condition of a missing item", "", func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.put(key), exists("v")) }, "", "", ""},
	{"a delete", `"v":{"S":"x"},"b":{"S":"y"}`, (*fixture).delete, backends.Remove, `"v":{"S":"x"},"b":{"S":"y"}`, ""},
	{"a delete of nothing", "", (*fixture).delete, "", "", ""},
	{"a delete of what expired", `"v":{"N":"1"}`, (*fixture).expire, backends.Remove, `"v":{"N":"1"}`, ""},
	{"a delete on condition that holds", `"v":{"S":"x"}`, func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.delete(key), exists("v")) }, backends.Remove, `"v":{"S":"x"}`, ""},
	{"a delete on condition that fails", `"v":{"S":"x"}`, func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.delete(key), exists("w")) }, "", "", ""},
	{"a delete of nothing on condition that holds", "", func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.delete(key), notExists("w")) }, "", "", ""},
	{"a check", `"v":{"S":"x"}`, func(f *fixture, key string) plan.ItemWrite { return onlyIf(f.check(key), exists("v")) }, "", "", ""},
	{"an update of an attribute", `"v":{"S":"x"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.set("v", `{"S":"y"}`)} }),
		backends.Modify, `"v":{"S":"x"}`, `"v":{"S":"y"}`},
	{"an update to what is there", `"v":{"S":"x"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.set("v", `{"S":"x"}`)} }), "", "", ""},
	{"an update that adds", `"c":{"N":"1"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.add("c", `{"N":"2"}`)} }),
		backends.Modify, `"c":{"N":"1"}`, `"c":{"N":"3"}`},
	{"an update that adds nothing", `"c":{"N":"1"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.add("c", `{"N":"0"}`)} }), "", "", ""},
	{"an update of a new item", "", updating(func(f *fixture) []plan.Action { return []plan.Action{f.add("c", `{"N":"2"}`)} }), backends.Insert, "", `"c":{"N":"2"}`},
	{"an update of an entry", `"b":{"S":"x"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.set("b", `{"S":"y"}`)} }),
		backends.Modify, `"b":{"S":"x"}`, `"b":{"S":"y"}`},
	{"an update of an entry to what is there", `"b":{"S":"x"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.set("b", `{"S":"x"}`)} }), "", "", ""},
	{"an update of a new item with entries", "", updating(func(f *fixture) []plan.Action { return []plan.Action{f.set("b", `{"S":"y"}`)} }),
		backends.Insert, "", `"b":{"S":"y"}`},
	{"an update of a set", `"s":{"SS":["a"]}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.add("s", `{"SS":["b"]}`)} }),
		backends.Modify, `"s":{"SS":["a"]}`, `"s":{"SS":["a","b"]}`},
	{"an update of a set to what is there", `"s":{"SS":["a","b"]}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.add("s", `{"SS":["b"]}`)} }), "", "", ""},
	{"an update that the data refuses", `"c":{"S":"x"}`, updating(func(f *fixture) []plan.Action { return []plan.Action{f.add("c", `{"N":"1"}`)} }), "", "", ""},
	{"an update on condition that fails", `"c":{"N":"1"}`, func(f *fixture, key string) plan.ItemWrite {
		return onlyIf(f.update(key, f.add("c", `{"N":"1"}`)), exists("w"))
	}, "", "", ""},
}

// testRecords carries out all changes in one way.
func testRecords(f *fixture, way writeWay) {
	s := &subscriber{fixture: f}
	for i, c := range changes {
		key := fmt.Sprintf(`{"pk":{"S":"p%d"},"sk":{"S":"s"}}`, i)
		if c.before != "" {
			f.load(with(key, c.before))
		}
		s.read()
		p := way.plan(c.write(f, key))
		p.Now = time.UnixMilli(1_700_000_000_000 + int64(i))
		_, err := f.b.Write(f.ctx, p)
		f.must(err)
		f.wantRecords(c.name, s.read(), c, key, p.Now)
	}
}

// wantRecords fails unless the record of a change was read and nothing else.
func (f *fixture) wantRecords(what string, got []read, c change, key string, at time.Time) {
	f.Helper()
	if c.kind == "" {
		if len(got) != 0 {
			f.Errorf("%s, %s: %d records, want none", f.tab.Name, what, len(got))
		}
		return
	}
	if len(got) != 1 {
		f.Errorf("%s, %s: %d records, want one", f.tab.Name, what, len(got))
		return
	}
	r := got[0]
	if r.Kind != c.kind || !r.At.Equal(at) || r.Expired != (c.name == "a delete of what expired") {
		f.Errorf("%s, %s: the record is %s at %v, expired %v", f.tab.Name, what, r.Kind, r.At, r.Expired)
	}
	old, new := "", ""
	if view := f.tab.Stream.View; view.HasOld() && c.kind != backends.Insert {
		old = with(key, c.old)
	}
	if view := f.tab.Stream.View; view.HasNew() && c.kind != backends.Remove {
		new = with(key, c.new)
	}
	f.same(what+": the key", r.Keys, key)
	f.same(what+": the old image", r.Old, old)
	f.same(what+": the new image", r.New, new)
	size := 0
	for _, doc := range []string{old, new} {
		if doc != "" {
			size += f.item(doc).Size
		}
	}
	if r.Size != size {
		f.Errorf("%s, %s: the size of the images is %d, want %d", f.tab.Name, what, r.Size, size)
	}
}

// testStreamsOfBatches writes several items at once, some of which change.
func testStreamsOfBatches(f *fixture) {
	doc := func(i int, v string) string {
		return fmt.Sprintf(`{"pk":{"S":"p%d"},"sk":{"S":"s"},"b":{"S":"%s"}}`, i, v)
	}
	s := &subscriber{fixture: f}
	for _, p := range []struct {
		name string
		plan plan.Write
		want string
	}{
		{"a batch of puts", plan.Write{Items: []plan.ItemWrite{f.put(doc(3, "x")), f.put(doc(1, "x")), f.put(doc(2, "x"))}}, "p1 INSERT p2 INSERT p3 INSERT "},
		{"a batch of puts, one of what is there", plan.Write{Items: []plan.ItemWrite{f.put(doc(1, "x")), f.put(doc(2, "y")), f.put(doc(4, "x"))}}, "p2 MODIFY p4 INSERT "},
		{"a batch of deletes, one of nothing", plan.Write{Items: []plan.ItemWrite{f.delete(doc(1, "")), f.delete(doc(9, "")), f.delete(doc(4, ""))}}, "p1 REMOVE p4 REMOVE "},
		{"a batch of both", plan.Write{Items: []plan.ItemWrite{f.delete(doc(2, "")), f.put(doc(1, "z")), f.put(doc(3, "x"))}}, "p1 INSERT p2 REMOVE "},
		{"a transaction", plan.Write{Atomic: true, Items: []plan.ItemWrite{f.update(`{"pk":{"S":"p3"},"sk":{"S":"s"}}`, f.set("c", `{"S":"c"}`)), f.delete(doc(1, "")), f.put(doc(2, "z"))}},
			"p1 REMOVE p2 INSERT p3 MODIFY "},
		{"a transaction that fails", plan.Write{Atomic: true, Items: []plan.ItemWrite{f.put(doc(7, "x")), onlyIf(f.check(doc(8, "")), exists("pk"))}}, ""},
	} {
		_, err := f.b.Write(f.ctx, &p.plan)
		f.must(err)
		got := map[string]backends.RecordKind{}
		for _, r := range s.read() {
			it := f.item(string(r.Keys))
			v, _ := it.Get("pk")
			got[v.Text()] = r.Kind
			if token := attr.TokenOf(v); !r.shard.Holds(token) {
				f.Errorf("%s: a record is in a shard that has not its token", p.name)
			}
		}
		text := ""
		for i := range 10 {
			if kind, ok := got[fmt.Sprintf("p%d", i)]; ok {
				text += fmt.Sprintf("p%d %s ", i, kind)
			}
		}
		if text != p.want {
			f.Errorf("%s gives %q, want %q", p.name, text, p.want)
		}
	}
}
