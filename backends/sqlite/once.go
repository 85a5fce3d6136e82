package sqlite

import (
	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// replay answers a plan whose name is taken by a write that happened. A few names whose time is over are forgotten on
// the way; one that the plan has itself stands for nothing any more, and remember takes it over.
func (b *backend) replay(c *conn, p *plan.Write, results []backends.WriteResult) (replayed bool, err error) {
	forget := b.gen.ForgetOnce(p.Once)
	if err := c.run(&forget); err != nil {
		return false, err
	}
	var digest, sizes []byte
	read := b.gen.ReadOnce(p.Once)
	err = c.rows(&read, func(s *engine.Stmt) (bool, error) {
		if !s.ColumnBool(2) {
			replayed, digest, sizes = true, columnBytes(s, 0), columnBytes(s, 1)
		}
		return true, nil
	})
	if err != nil || !replayed {
		return false, err
	}
	return true, backends.Replay(p, digest, sizes, results)
}

// remember keeps the name of a write that happens in the transaction at hand, and what its items cost.
func (b *backend) remember(c *conn, o *plan.Once, results []backends.WriteResult) error {
	for _, st := range []sqlgen.Statement{b.gen.ClaimOnce(o), b.gen.RecordOnce(o, backends.EncodeSizes(results))} {
		if err := c.run(&st); err != nil {
			return err
		}
	}
	return nil
}
