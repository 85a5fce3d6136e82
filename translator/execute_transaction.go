package translator

import (
	"crypto/sha256"
	"strconv"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// ExecuteTransaction is an ExecuteTransaction of which all is known but the tables: Reads or Writes, in the order of the request.
type ExecuteTransaction struct {
	Reads  []*Select
	Writes []*StatementWrite

	in *api.ExecuteTransactionInput
}

// PrepareExecuteTransaction checks and binds what needs no tables.
func PrepareExecuteTransaction(in *api.ExecuteTransactionInput, exprs *grammar.Cache) (*ExecuteTransaction, *apierr.Error) {
	p := &ExecuteTransaction{in: in}
	for i, request := range in.TransactStatements {
		statement, err := prepareStatement(request.Statement, request.Parameters, request.ReturnValuesOnConditionCheckFailure, exprs)
		if err != nil {
			return nil, inTransaction(i, err)
		}
		switch statement := statement.(type) {
		case *Select:
			if statement.from.Index != "" {
				return nil, inTransaction(i, apierr.Invalid("Reads on indices are not supported within transactions."))
			}
			p.Reads = append(p.Reads, statement)
		case *StatementWrite:
			if err := statement.wantTransacted(); err != nil {
				return nil, inTransaction(i, err)
			}
			p.Writes = append(p.Writes, statement)
		}
	}
	if p.Reads != nil && p.Writes != nil {
		return nil, apierr.Invalid("ExecuteTransaction API does not support both read and write operations in the same request.")
	}
	return p, nil
}

// inTransaction is the refusal of a transaction because of one of its statements.
func inTransaction(i int, err *apierr.Error) *apierr.Error {
	return apierr.Invalid("Validation failed in TransactStatements[" + strconv.Itoa(i) + "]: " + err.Message)
}

// wantTransacted refuses what a statement of a transaction may not have.
func (p *StatementWrite) wantTransacted() *apierr.Error {
	switch {
	case p.returning != "":
		return apierr.Invalid("RETURNING clause is not supported in ExecuteTransaction.")
	case p.table.Index != "":
		return apierr.Invalid("Operations on indices are not supported in transactions")
	}
	return nil
}

// Tables are the names of the statements' tables, in their order.
func (p *ExecuteTransaction) Tables() []string {
	var names []string
	for _, r := range p.Reads {
		names = append(names, r.Table())
	}
	for _, w := range p.Writes {
		names = append(names, w.Table())
	}
	return names
}

var errNotOneOfTransaction = apierr.Invalid("Select statements within ExecuteTransaction must specify the primary key in the where clause.")

// PlanReads plans the reads of one snapshot; tables are aligned with p.Reads, and so are the plan's reads.
func (p *ExecuteTransaction) PlanReads(tables []*catalog.Table) (*plan.Get, *apierr.Error) {
	wanted := make([]*attr.Item, len(p.Reads))
	for i, r := range p.Reads {
		var err *apierr.Error
		if wanted[i], err = r.item(tables[i], errNotOneOfTransaction); err != nil {
			return nil, inTransaction(i, err)
		}
	}
	return planSnapshot(tables, wanted)
}

// Transaction is a transaction of writes as planned. Its slices are aligned with the statements.
type Transaction struct {
	Write   *plan.Write
	Actions []*Action
	// Refused are what is wrong with single statements. Such a statement is a check in the plan that never holds, so that the plan cancels
	// and tells what else is wrong.
	Refused []*apierr.Error
}

// PlanWrites plans the writes, which happen all or not at all; tables are aligned with p.Writes. A key of another type than the table's
// cancels without regard to the other statements.
func (p *ExecuteTransaction) PlanWrites(tables []*catalog.Table) (*Transaction, *apierr.Error) {
	n := len(p.Writes)
	tx := &Transaction{Actions: make([]*Action, n), Refused: make([]*apierr.Error, n)}
	for i, w := range p.Writes {
		var err *apierr.Error
		if tx.Actions[i], err = w.Action(tables[i]); err != nil {
			return nil, inTransaction(i, err)
		}
	}
	if err := wantTogether(tx.Actions, tables); err != nil {
		return nil, err
	}
	tx.Write = &plan.Write{Atomic: true, NoWait: true, Items: make([]plan.ItemWrite, n)}
	for i, a := range tx.Actions {
		var err *apierr.Error
		if tx.Write.Items[i], err = a.plan(tables[i]); err == nil {
			// What is not there is deleted, but is told as failed when another statement fails: it takes a size to know.
			tx.Write.Items[i].NeedSizes = a.DeletesOnCondition()
			continue
		}
		key, ok := tables[i].Key(a.item)
		if !ok {
			return nil, apierr.CanceledBy(n, i, err)
		}
		tx.Refused[i] = err
		tx.Write.Items[i] = plan.ItemWrite{Kind: plan.Check, Table: tables[i], Key: key, Condition: &plan.Const{Value: false}}
	}
	return tx, nil
}

// Digest tells whether two transactions ask for the same: their statements with parameters, and what they want to see on failure.
func (p *ExecuteTransaction) Digest() [sha256.Size]byte {
	d := digest{sha256.New()}
	for _, s := range p.in.TransactStatements {
		d.bytes(statementDigest(s.Statement, s.Parameters))
		d.onFailure(s.ReturnValuesOnConditionCheckFailure)
	}
	return [sha256.Size]byte(d.Sum(nil))
}
