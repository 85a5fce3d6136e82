package catalog

import (
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// inAllStates is a table that is being changed until a time, with an index in each state.
func inAllStates(s Status, until time.Time) *Table {
	key := func(name string) []KeyAttr { return []KeyAttr{{Name: name, Type: attr.S}} }
	return &Table{
		Status: s, Until: until, Partition: KeyAttr{Name: "p", Type: attr.S},
		Definitions: []KeyAttr{{"p", attr.S}, {"a", attr.S}, {"b", attr.S}, {"c", attr.S}, {"d", attr.S}, {"unused", attr.S}},
		Indexes: []*Index{
			{ID: 1, Name: "made", Status: Creating, Partition: key("a")},
			{ID: 2, Name: "filling", Status: Creating, Backfilling: true, Partition: key("b")},
			{ID: 3, Name: "changed", Status: Updating, Partition: key("c")},
			{ID: 4, Name: "deleted", Status: Deleting, Partition: key("d")},
		},
	}
}

// states words the states of a table and of its indexes, and its definitions.
func states(t *Table) string {
	text := string(t.Status)
	for _, x := range t.Indexes {
		text += " " + x.Name + "=" + string(x.Status)
	}
	for _, d := range t.Definitions {
		text += " " + d.Name
	}
	return text
}

func TestADefinitionAtATime(t *testing.T) {
	until := time.UnixMilli(1000)
	const all = " made=CREATING filling=CREATING changed=UPDATING deleted=DELETING p a b c d unused"
	for _, c := range []struct {
		name    string
		status  Status
		at      time.Duration // from Until on
		want    string
		settled bool
		gone    bool
	}{
		{"a change takes until its time", Updating, -time.Millisecond, "UPDATING" + all, false, false},
		{"then only an index that is filled is not ACTIVE, and what was deleted is gone", Updating, 0, "ACTIVE made=ACTIVE filling=CREATING changed=ACTIVE p a b c", false, false},
		{"a creation ends in the same way", Creating, time.Hour, "ACTIVE made=ACTIVE filling=CREATING changed=ACTIVE p a b c", false, false},
		{"a table that is deleted stays as it is", Deleting, -time.Millisecond, "DELETING" + all, false, false},
		{"until it is gone", Deleting, 0, "DELETING" + all, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			stored, now := inAllStates(c.status, until), until.Add(c.at)
			got := stored.At(now)
			if states(got) != c.want || got.Settled() != c.settled || got.Gone(now) != c.gone {
				t.Errorf("%s, settled %v, gone %v; want %s, %v, %v", states(got), got.Settled(), got.Gone(now), c.want, c.settled, c.gone)
			}
			if states(stored) != string(c.status)+all {
				t.Errorf("the stored definition became %s", states(stored))
			}
		})
	}
}

func TestATableWithoutAChangeIsItself(t *testing.T) {
	stored := &Table{Status: Active, Indexes: []*Index{{ID: 1, Status: Active}}}
	if got := stored.At(time.Now()); got != stored || !got.Settled() || got.Gone(time.Now()) {
		t.Errorf("got %s", states(got))
	}
}
