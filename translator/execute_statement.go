package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// ExecuteStatement is an ExecuteStatement of which all is known but the table: a read or a write.
type ExecuteStatement struct {
	Read  *Select         // nil for a write
	Write *StatementWrite // nil for a read

	in     *api.ExecuteStatementInput
	digest []byte
}

// PrepareExecuteStatement checks and binds what needs no table.
func PrepareExecuteStatement(in *api.ExecuteStatementInput, exprs *grammar.Cache) (*ExecuteStatement, *apierr.Error) {
	statement, err := prepareStatement(in.Statement, in.Parameters, in.ReturnValuesOnConditionCheckFailure, exprs)
	if err != nil {
		return nil, err
	}
	p := &ExecuteStatement{in: in}
	switch statement := statement.(type) {
	case *Select:
		p.Read = statement
		p.Read.reading.consistent, p.Read.reading.limit = in.ConsistentRead, in.Limit
		p.digest = statementDigest(in.Statement, in.Parameters)
	case *StatementWrite:
		p.Write = statement
		err = p.Write.wantAlone()
	}
	return p, err
}

// Table is the table that the statement names.
func (p *ExecuteStatement) Table() string {
	if p.Read != nil {
		return p.Read.Table()
	}
	return p.Write.Table()
}

// PlanRead plans the reads of a SELECT, from where its NextToken says on.
func (p *ExecuteStatement) PlanRead(t *catalog.Table) (*Reads, *apierr.Error) {
	r := &Reads{digest: p.digest}
	var from *continuation
	if p.in.NextToken != nil {
		var err *apierr.Error
		if from, err = parseToken(*p.in.NextToken, p.digest, p.in.Parameters); err != nil {
			return nil, err
		}
		r.First = from.read
	}
	var err *apierr.Error
	if r.All, err = p.Read.plan(t); err != nil {
		return nil, err
	}
	if from != nil && !from.resume(t, r.All) {
		return nil, errBadToken
	}
	return r, nil
}
