package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// expireTogether says whether items are deletions by one condition of one table, for which nothing but the condition is to be told.
func expireTogether(items []plan.ItemWrite) bool {
	first := &items[0]
	return all(items, func(w *plan.ItemWrite) bool {
		return w.Expired && w.Kind == plan.Delete && !w.HoldsOnMissing && !needsSizes(w) && !w.NeedOldOnFailure &&
			w.Table.ID == first.Table.ID && w.Condition == first.Condition
	})
}

// expire deletes such items by one statement for the rows and one for their index entries, in one round trip.
func (b *Backend) expire(ctx context.Context, s *session, p *plan.Write, results []backends.WriteResult) error {
	items := p.Items
	statements, err := b.gen.DeleteItemsIf(inOrder(items, keyOrder(items)), backends.TimeOf(p))
	if err != nil {
		return err
	}
	deleted := make(map[string]bool, len(items))
	affected, err := s.pipeline(ctx, statements, func(i int, r row) {
		if i == 0 {
			deleted[r.text(0)+r.text(1)] = true
		}
	})
	if err == nil && affected[0] == 0 {
		err = b.current(ctx, s, &items[0])
	}
	for i := range items {
		key := &items[i].Key
		results[i].ConditionFailed = !deleted[string(key.Token[:])+string(key.Sort)]
	}
	return err
}

func inOrder(items []plan.ItemWrite, order []int) []*plan.ItemWrite {
	writes := make([]*plan.ItemWrite, len(items))
	for n, i := range order {
		writes[n] = &items[i]
	}
	return writes
}
