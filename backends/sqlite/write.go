package sqlite

import (
	"context"
	"fmt"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Write carries out a plan within a transaction of the executor.
func (b *backend) Write(ctx context.Context, p *plan.Write) ([]backends.WriteResult, error) {
	var results []backends.WriteResult
	err := b.exec.write(ctx, "write", func(c *conn) (err error) {
		results, err = b.write(c, p)
		return err
	})
	if err != nil {
		return nil, err
	}
	return results, nil
}

func (b *backend) write(c *conn, p *plan.Write) ([]backends.WriteResult, error) {
	for i := range p.Items {
		if !b.versions.known(p.Items[i].Table) {
			return nil, stale("write")
		}
	}
	results, at := make([]backends.WriteResult, len(p.Items)), backends.TimeOf(p)
	if p.Atomic && (len(p.Items) > 1 || p.Once != nil || p.CollectionLimit > 0) {
		return results, b.writeAll(c, p, results)
	}
	for i := range p.Items {
		if p.CollectionLimit > 0 {
			if err := b.writeAll(c, backends.Single(p, i), results[i:i+1]); err != nil {
				return nil, err
			}
			continue
		}
		if err := b.writeItem(c, &p.Items[i], at, &results[i]); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// writeAll writes all items or none. All conditions are looked at even when one has failed, to tell the fate of each. Nobody else
// writes meanwhile, so there are no conflicts.
func (b *backend) writeAll(c *conn, p *plan.Write, results []backends.WriteResult) error {
	if p.Once != nil {
		if replayed, err := b.replay(c, p, results); replayed || err != nil {
			return err
		}
	}
	if err := c.run(&savepoint); err != nil {
		return err
	}
	failed, at := false, backends.TimeOf(p)
	for i := range p.Items {
		if err := b.writeItem(c, &p.Items[i], at, &results[i]); err != nil {
			return err
		}
		failed = failed || results[i].ConditionFailed || results[i].Refusal != nil
	}
	if !failed {
		over, err := b.overfills(c, p, results)
		if err != nil {
			return err
		}
		failed = over
	}
	if failed {
		if err := c.run(&rollbackTo); err != nil {
			return err
		}
	} else if p.Once != nil {
		if err := b.remember(c, p.Once, results); err != nil {
			return err
		}
	}
	return c.run(&release)
}

func (b *backend) writeItem(c *conn, w *plan.ItemWrite, at time.Time, res *backends.WriteResult) error {
	ch := &change{b: b, c: c, w: w, at: at, res: res}
	if readsFirst(w) {
		return ch.afterReading()
	}
	return ch.blindly()
}

// readsFirst says whether the old item must be seen before the change. An update computes with it, a check does nothing
// else, and a stream is told of it.
func readsFirst(w *plan.ItemWrite) bool {
	return w.Table.Recorded() || w.Kind == plan.Update || w.Kind == plan.Check || w.NeedOld || w.NeedNew || w.NeedSizes
}

// rowOf is the row that a write of an item gives.
func rowOf(w *plan.ItemWrite, it *attr.Item) *sqlgen.Row {
	return &sqlgen.Row{Table: w.Table, Key: w.Key, Item: it}
}

// blindStatement changes the row of a put or delete without looking at it before.
func (b *backend) blindStatement(w *plan.ItemWrite) (sqlgen.Statement, error) {
	switch {
	case w.Kind == plan.Put && w.Condition == nil:
		return b.gen.PutItem(rowOf(w, w.Item)), nil
	case w.Kind == plan.Put:
		return b.gen.PutItemIf(rowOf(w, w.Item), w.Condition, w.HoldsOnMissing)
	case w.Kind == plan.Delete && w.Condition == nil:
		return b.gen.DeleteItem(w.Table, w.Key), nil
	case w.Kind == plan.Delete:
		return b.gen.DeleteItemIf(w.Table, w.Key, w.Condition)
	default:
		return sqlgen.Statement{}, fmt.Errorf("write of unknown kind %d", w.Kind)
	}
}

// entryStatement puts an item's entry of an index, or deletes it.
func (b *backend) entryStatement(w *plan.ItemWrite, x *catalog.Index, e *catalog.Entry) sqlgen.Statement {
	if e == nil {
		return b.gen.DeleteEntry(w.Table, x, w.Key)
	}
	return b.gen.PutEntry(w.Table, x, w.Key, e)
}
