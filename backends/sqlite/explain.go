package sqlite

import (
	"context"
	"fmt"
	"strings"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Explain gives the statements of a plan with SQLite's query plan of each. Where the data decides what a write does, it gives
// what an item that exists and meets the condition would see.
func (b *backend) Explain(ctx context.Context, p any) ([]backends.Statement, error) {
	statements, err := b.statements(p)
	if err != nil {
		return nil, err
	}
	explained := make([]backends.Statement, len(statements))
	err = b.exec.read(ctx, "explain", func(c *conn) (err error) {
		for i := range statements {
			if explained[i], err = b.explain(c, &statements[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return explained, nil
}

func (b *backend) statements(p any) ([]sqlgen.Statement, error) {
	switch p := p.(type) {
	case *plan.Get:
		var all []sqlgen.Statement
		for reads := p.Reads; len(reads) > 0; {
			n := ofOneTable(reads)
			all = append(all, b.getStatement(reads[:n]))
			reads = reads[n:]
		}
		return all, nil
	case *plan.Query:
		st, err := b.gen.Walk(p)
		return []sqlgen.Statement{st}, err
	case *plan.Write:
		var all []sqlgen.Statement
		for i := range p.Items {
			more, err := b.writeStatements(&p.Items[i])
			if err != nil {
				return nil, err
			}
			all = append(all, more...)
		}
		return all, nil
	case *plan.Records:
		return b.gen.Reading(p), nil
	default:
		return nil, fmt.Errorf("no statements for a %T", p)
	}
}

// writeStatements are those of a write that succeeds.
func (b *backend) writeStatements(w *plan.ItemWrite) (all []sqlgen.Statement, err error) {
	var st sqlgen.Statement
	if !readsFirst(w) {
		if st, err = b.blindStatement(w); err != nil {
			return nil, err
		}
		return append([]sqlgen.Statement{st}, b.entryStatements(w)...), nil
	}
	if st, err = b.gen.ReadItem(w.Table, w.Key, w.Condition); err != nil {
		return nil, err
	}
	all = append(all, st)
	switch w.Kind {
	case plan.Put:
		all = append(all, b.gen.PutItem(rowOf(w, w.Item)))
	case plan.Delete:
		all = append(all, b.gen.DeleteItem(w.Table, w.Key))
	case plan.Update:
		all = append(all, b.gen.PutItem(rowOf(w, &attr.Item{Doc: []byte("{}")}))) // the item is computed in between
	case plan.Check:
		return all, nil
	}
	return append(append(all, b.entryStatements(w)...), b.recordStatements(w)...), nil
}

// recordStatements are those of the stream. What changes is not known before the item was read.
func (b *backend) recordStatements(w *plan.ItemWrite) []sqlgen.Statement {
	if !w.Table.Recorded() {
		return nil
	}
	r := &backends.Record{Kind: backends.Modify, Keys: []byte("{}"), Expired: w.Expired}
	if w.Table.Stream.View.HasOld() {
		r.Old = []byte("{}")
	}
	if w.Table.Stream.View.HasNew() && w.Kind != plan.Delete {
		r.New = []byte("{}")
	}
	return []sqlgen.Statement{b.gen.InsertRecord(w.Table, w.Key, r)}
}

// entryStatements are those of the indexes. Where an update will put an entry is not known before it read the item.
func (b *backend) entryStatements(w *plan.ItemWrite) []sqlgen.Statement {
	var all []sqlgen.Statement
	for i, x := range w.Table.Indexes {
		e := &catalog.Entry{Sort: []byte{}}
		switch w.Kind {
		case plan.Put:
			e = w.Entries[i]
		case plan.Delete:
			e = nil
		}
		all = append(all, b.entryStatement(w, x, e))
	}
	return all
}

// explain asks SQLite for its plan of a statement.
func (b *backend) explain(c *conn, st *sqlgen.Statement) (backends.Statement, error) {
	out := backends.Statement{Name: st.Name, SQL: st.SQL, Args: st.Printable()}
	depth := map[int]int{}
	var lines []string
	question := b.gen.Explain(st)
	err := c.rows(&question, func(s *engine.Stmt) (bool, error) {
		level := depth[s.ColumnInt(1)] // of the parent
		depth[s.ColumnInt(0)] = level + 1
		lines = append(lines, strings.Repeat("  ", level)+s.ColumnText(3))
		return false, nil
	})
	out.Plan = strings.Join(lines, "\n")
	return out, err
}
