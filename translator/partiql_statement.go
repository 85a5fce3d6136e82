package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// Statement is a PartiQL statement of which all is known but the table: a *Select or a *StatementWrite.
type Statement interface {
	// Table is the table that the statement names.
	Table() string
}

// prepareStatement parses a statement, and checks and binds what needs no table. Values that cannot be used come before the text, used
// or not.
func prepareStatement(text string, parameters []attr.Value, onFailure *string, exprs *grammar.Cache) (Statement, *apierr.Error) {
	if err := api.CheckParameters(parameters); err != nil {
		return nil, err
	}
	tree, bad := exprs.Statement(text)
	if bad != nil {
		return nil, apierr.Invalid(bad.Error())
	}
	return bindStatement(tree, parameters, onFailure)
}

func bindStatement(tree ast.Statement, parameters []attr.Value, onFailure *string) (Statement, *apierr.Error) {
	s := newStatementScope(parameters)
	if tree, ok := tree.(*ast.Select); ok {
		p, err := prepareSelect(s, tree)
		if err != nil {
			return nil, err
		}
		return p, nil
	}
	w := &StatementWrite{onFailure: onFailure}
	if err := w.prepare(s, tree); err != nil {
		return nil, err
	}
	return w, nil
}

// wantTableName refuses what cannot be the name of a table or index.
func wantTableName(name string) *apierr.Error {
	if !api.IsTableName(name) {
		return apierr.Invalid("Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9', '-', '_', '.'.")
	}
	return nil
}
