package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// prepareDelete binds a DELETE. An item that is not there is deleted whatever else the WHERE clause says of it.
func (p *StatementWrite) prepareDelete(s *scope, tree *ast.Delete) *apierr.Error {
	p.kind, p.returning = plan.Delete, tree.Returning
	switch tree.Returning {
	case "", ast.ReturnAllOld:
	default:
		return apierr.Invalid("Invalid returning clause: RETURNING " + string(tree.Returning) +
			". Only RETURNING ALL OLD * is allowed in DELETE statements.")
	}
	return p.bindWhere(s, tree.From, tree.Where, nil)
}

// prepareExists binds the EXISTS of a transaction.
func (p *StatementWrite) prepareExists(s *scope, tree *ast.ExistsStatement) *apierr.Error {
	p.kind = plan.Check
	read := tree.Select
	if read.From.Index != "" {
		return apierr.Invalid("Operations on indices are not supported in transactions")
	}
	return p.bindWhere(s, read.From, read.Where, nil)
}
