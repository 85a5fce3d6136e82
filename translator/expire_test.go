package translator

import (
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// expiring is the table indexed, whose items expire by the number e.
func expiring() *catalog.Table {
	t := indexed()
	t.TTL = &catalog.TTL{Attribute: "e", Enabled: true, IndexID: t.Indexes[len(t.Indexes)-1].ID}
	return t
}

var noon = time.Date(2024, 2, 29, 12, 0, 0, 999, time.UTC)

func TestATableExpiresOnlyWhileItsTimeToLiveIsEnabled(t *testing.T) {
	ended := expiring()
	ended.TTL = &catalog.TTL{Attribute: "e"}
	for name, table := range map[string]*catalog.Table{"never enabled": indexed(), "ended": ended} {
		if PlanExpiry(table, noon) != nil {
			t.Errorf("%s: items expire", name)
		}
	}
}

func TestExpiryReadsTheHiddenIndexFromFiveYearsAgoToNow(t *testing.T) {
	table := expiring()
	q := PlanExpiry(table, noon).Query(nil, 7)
	if q.Index != table.Indexes[5] || q.Partition == nil || *q.Partition != attr.TokenOf() || q.Limit != 7 {
		t.Errorf("index %v, partition %v, limit %d", q.Index, q.Partition, q.Limit)
	}
	low, high := time.Date(2019, 3, 1, 12, 0, 0, 0, time.UTC), time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	same(t, "range", showRange(q.Range), showRange(plan.Range{
		Low: attr.AppendKeyBytes(nil, seconds(low)), High: attr.AppendKeyBytes(nil, seconds(high))}))
	if names, ok := q.Projection.Names(); !ok || len(names) != 3 {
		t.Errorf("it reads %v, want e, p and c", names)
	}
}

func TestExpiryDeletesWhatIsStillOver(t *testing.T) {
	it, err := attr.ParseItem([]byte(`{"e":{"N":"1600000000"},"p":{"S":"x"},"c":{"S":"y"}}`))
	if err != nil {
		t.Fatal(err)
	}
	table := expiring()
	x := PlanExpiry(table, noon)
	p := x.Write([]*attr.Item{&it, &it})
	if p.Atomic || !p.Now.Equal(noon) || len(p.Items) != 2 {
		t.Fatalf("got %+v", p)
	}
	w := &p.Items[1]
	if w.Kind != plan.Delete || !w.Expired || w.HoldsOnMissing || w.NeedOld || w.Condition != p.Items[0].Condition {
		t.Errorf("got %+v", w)
	}
	same(t, "condition", show(w.Condition), `[e] BETWEEN {"N":"1551441600"} AND {"N":"1709208000"}`)
	key, _ := table.Key(&it)
	if string(w.Key.Sort) != string(key.Sort) || w.Key.Token != key.Token {
		t.Errorf("key %v", w.Key)
	}
	if after := x.After(&it); after.Key.Token != key.Token || string(after.IndexSort) != string(attr.AppendNumberKey(nil, []byte("1600000000"))) {
		t.Errorf("position %v", after)
	}
}
