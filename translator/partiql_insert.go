package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// prepareInsert binds an INSERT: an item that must not be there.
func (p *StatementWrite) prepareInsert(s *scope, tree *ast.Insert) *apierr.Error {
	p.kind, p.table = plan.Put, tree.Into
	if err := wantTableName(tree.Into.Table); err != nil {
		return err
	}
	e := &expression{scope: s}
	fields, err := e.fields(tree.Item, root)
	if err != nil {
		return err
	}
	it := attr.ItemOf(fields)
	for i := range it.Attrs {
		if it.Attrs[i].Value.Depth >= attr.MaxDepth {
			return apierr.Invalid(textNesting + " under " + root + "." + it.Attrs[i].Name)
		}
	}
	if it.Size > attr.MaxItemSize {
		return apierr.Invalid("Item size has exceeded the maximum allowed size")
	}
	p.item = &it
	return nil
}
