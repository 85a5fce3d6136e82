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

	digest []byte
	from   *continuation
}

// PrepareExecuteStatement checks and binds what needs no table.
func PrepareExecuteStatement(in *api.ExecuteStatementInput, exprs *grammar.Cache) (*ExecuteStatement, *apierr.Error) {
	statement, err := prepareStatement(in.Statement, in.Parameters, in.ReturnValuesOnConditionCheckFailure, exprs)
	if err != nil {
		return nil, err
	}
	p := &ExecuteStatement{}
	switch statement := statement.(type) {
	case *Select:
		p.Read = statement
		p.Read.reading.consistent, p.Read.reading.limit = in.ConsistentRead, in.Limit
		p.digest = statementDigest(in.Statement, in.Parameters)
		if in.NextToken != nil {
			p.from, err = parseToken(*in.NextToken, p.digest, in.Parameters)
		}
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

// PlanRead plans the reads of a SELECT.
func (p *ExecuteStatement) PlanRead(t *catalog.Table) (*Reads, *apierr.Error) {
	all, err := p.Read.plan(t)
	if err != nil {
		return nil, err
	}
	r := &Reads{All: all, digest: p.digest}
	if p.from != nil {
		if !p.from.resume(t, all) {
			return nil, errBadToken
		}
		r.First = p.from.read
	}
	return r, nil
}
