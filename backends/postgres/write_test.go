package postgres

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TestStatements says which statements each kind of write runs.
func TestStatements(t *testing.T) {
	var log statementLog
	b := openAt(t, pgtest.URL(t), backends.Options{Observe: log.observe})
	plain, indexed := tableOf(t, b, "plain"), tableOf(t, b, "indexed", "a", "b")
	value, _ := attr.NumberValue("1")
	isOne := &plan.Compare{Op: plan.EQ, Left: &plan.PathOperand{Path: attr.Path{{Name: "n"}}}, Right: &plan.ValueOperand{Value: value}}
	const doc = `{"pk":{"S":"k"},"n":{"N":"1"},"a":{"S":"x"},"b":{"S":"y"}}`
	deleteOf := func(w plan.ItemWrite) plan.ItemWrite {
		return plan.ItemWrite{Kind: plan.Delete, Table: w.Table, Key: w.Key}
	}
	onlyIf := func(w plan.ItemWrite, p plan.Predicate, onMissing bool) plan.ItemWrite {
		w.Condition, w.HoldsOnMissing = p, onMissing
		return w
	}
	cases := []struct {
		name  string
		write plan.ItemWrite
		want  string
	}{
		{"a put", putOf(t, plain, doc), "put_item"},
		{"a put that must be the first", onlyIf(putOf(t, plain, `{"pk":{"S":"new"}}`), notExists("pk"), true), "put_item_if"},
		{"a put that must replace", onlyIf(putOf(t, plain, doc), isOne, false), "put_item_if"},
		{"a put with the old image", withOld(putOf(t, plain, doc)), "put_item"},
		{"a put with two index entries", putOf(t, indexed, doc), "put_item"},
		{"a put with an index entry less", putOf(t, indexed, `{"pk":{"S":"k"},"a":{"S":"x"}}`), "put_item delete_entries"},
		{"a conditional delete", onlyIf(deleteOf(putOf(t, plain, doc)), isOne, false), "delete_item_if"},
		{"a delete with index entries", deleteOf(putOf(t, indexed, doc)), "delete_item delete_entries"},
	}
	for _, c := range cases {
		log.take()
		results := write(t, b, c.write)
		if got := log.take(); got != c.want || results[0].ConditionFailed {
			t.Errorf("%s runs %q, want %q (condition failed: %v)", c.name, got, c.want, results[0].ConditionFailed)
		}
	}
	log.take()
	write(t, b, putOf(t, plain, `{"pk":{"S":"1"}}`), putOf(t, plain, `{"pk":{"S":"2"}}`), putOf(t, plain, `{"pk":{"S":"3"}}`))
	if got := log.take(); got != "put_items" {
		t.Errorf("a batch of puts runs %q", got)
	}
}

// TestFailedConditionShowsItsItem gives the image that a failed condition saw, from the same statement.
func TestFailedConditionShowsItsItem(t *testing.T) {
	var log statementLog
	b := openAt(t, pgtest.URL(t), backends.Options{Observe: log.observe})
	tab := tableOf(t, b, "t", "a")
	write(t, b, putOf(t, tab, `{"pk":{"S":"k"},"a":{"S":"old"}}`))
	w := putOf(t, tab, `{"pk":{"S":"k"},"a":{"S":"new"}}`)
	w.Condition, w.HoldsOnMissing, w.NeedOldOnFailure = notExists("pk"), true, true
	log.take()
	result := write(t, b, w)[0]
	if !result.ConditionFailed || string(itemOf(t, string(result.Old)).Doc) != `{"a":{"S":"old"},"pk":{"S":"k"}}` {
		t.Errorf("failed %v, old %s", result.ConditionFailed, result.Old)
	}
	if got := log.take(); got != "put_item_if" {
		t.Errorf("ran %q", got)
	}
}

// TestContendedUpdatesAllHappen has more writers on one item than optimism survives.
func TestContendedUpdatesAllHappen(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "t", "a") // an index keeps updates off the single statement
	const workers, rounds = 12, 20
	done := make(chan error)
	for range workers {
		go func() {
			var err error
			for range rounds {
				if _, e := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, "hot")}}); e != nil {
					err = e
				}
			}
			done <- err
		}()
	}
	for range workers {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if got := item(t, b, tab, "hot"); got != `{"n":{"N":"240"},"pk":{"S":"hot"}}` {
		t.Errorf("the item is %s", got)
	}
}
