package postgres

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Explain gives the statements of a plan without running those that write. What an update writes is computed of the item as it is now.
func (b *Backend) Explain(ctx context.Context, p any) ([]backends.Statement, error) {
	var explained []backends.Statement
	err := b.do(ctx, "explain", reads, func(s *session) error {
		statements, err := b.statements(ctx, s, p)
		if err != nil {
			return err
		}
		explained = nil
		for i := range statements {
			st := &statements[i]
			text, err := b.planOf(ctx, s, st)
			if err != nil {
				return err
			}
			explained = append(explained, backends.Statement{Name: st.Name, SQL: st.SQL, Args: st.Printable(), Plan: text})
		}
		return nil
	})
	return explained, err
}

// planOf asks for the database's plan of a statement; transaction statements have none.
func (b *Backend) planOf(ctx context.Context, s *session, st *sqlgen.Statement) (string, error) {
	switch st.Name {
	case sqlgen.Begin.Name, sqlgen.Commit.Name, waitBriefly.Name:
		return "", nil
	}
	explain := b.gen.Explain(st)
	var lines []string
	_, err := s.one(ctx, &explain, func(r row) { lines = append(lines, r.text(0)) })
	return strings.Join(lines, "\n"), err
}

func (b *Backend) statements(ctx context.Context, s *session, p any) ([]sqlgen.Statement, error) {
	switch p := p.(type) {
	case *plan.Get:
		if len(p.Reads) == 1 {
			return []sqlgen.Statement{s.gen.GetItem(p.Reads[0].Table, p.Reads[0].Key)}, nil
		}
		statements, _ := s.getStatements(p.Reads)
		return statements, nil
	case *plan.Query:
		st, err := s.gen.Chunk(p, b.nextChunk(p, backends.NewPager(p), p.After))
		return []sqlgen.Statement{st}, err
	case *plan.Write:
		return b.writeStatements(ctx, s, p)
	case *plan.Records:
		return b.gen.Reading(p), nil
	default:
		return nil, fmt.Errorf("explain plan of unknown kind %T", p)
	}
}

func (b *Backend) writeStatements(ctx context.Context, s *session, p *plan.Write) ([]sqlgen.Statement, error) {
	order := keyOrder(p.Items)
	if p.Atomic {
		return b.lockedStatements(ctx, s, p)
	}
	if len(p.Items) > 1 && all(p.Items, isChange) && all(p.Items, isBlind) {
		return b.runStatements(blindRuns(p.Items))
	}
	if len(p.Items) > 1 && expireTogether(p.Items) {
		return b.gen.DeleteItemsIf(inOrder(p.Items, order), backends.TimeOf(p))
	}
	var statements []sqlgen.Statement
	for _, i := range order {
		st, err := b.oneStatements(ctx, s, &p.Items[i], backends.TimeOf(p))
		if err != nil {
			return nil, err
		}
		statements = append(statements, st...)
	}
	return statements, nil
}

func (b *Backend) oneStatements(ctx context.Context, s *session, w *plan.ItemWrite, at time.Time) ([]sqlgen.Statement, error) {
	if isChange(w) {
		c, err := b.gen.Change(w, stamp(at))
		return c.Statements, err
	}
	if w.Kind == plan.Update {
		if st, _, ok, err := b.atOnce(w, at); ok || err != nil {
			return []sqlgen.Statement{st}, err
		}
	}
	st, err := b.gen.ReadItem(w.Table, w.Key, w.Condition)
	if err != nil || w.Kind != plan.Update {
		return []sqlgen.Statement{st}, err
	}
	old, err := b.read(ctx, s, w)
	if err != nil {
		return nil, err
	}
	swap, err := computeUpdate(w, &old, at, &backends.WriteResult{})
	if err != nil || swap == nil {
		return []sqlgen.Statement{st}, err
	}
	return []sqlgen.Statement{st, b.gen.SwapItem(swap)}, nil
}

// lockedStatements are those of locked, with the rows read but not locked.
func (b *Backend) lockedStatements(ctx context.Context, s *session, p *plan.Write) ([]sqlgen.Statement, error) {
	l, err := b.locking(p)
	if err != nil {
		return nil, err
	}
	statements := l.statements
	for i := range p.Items {
		old, err := b.read(ctx, s, &p.Items[i])
		if err != nil {
			return nil, err
		}
		st, err := b.lockedWrite(&p.Items[i], &old, backends.TimeOf(p), &backends.WriteResult{})
		if err != nil {
			return nil, err
		}
		statements = append(statements, st...)
	}
	return append(statements, sqlgen.Commit), nil
}
