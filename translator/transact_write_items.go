package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TransactWriteItems is a TransactWriteItems of which all is known but the tables.
type TransactWriteItems struct {
	// Actions stand in the order of the request.
	Actions []*Action
}

// PrepareTransactWriteItems checks and binds what needs no tables.
func PrepareTransactWriteItems(in *api.TransactWriteItemsInput, exprs *grammar.Cache) (*TransactWriteItems, *apierr.Error) {
	p := &TransactWriteItems{Actions: make([]*Action, len(in.TransactItems))}
	for i, a := range in.TransactItems {
		p.Actions[i] = actionOf(a)
		if err := p.Actions[i].prepare(exprs); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Tables are the names of the actions' tables, in their order.
func (p *TransactWriteItems) Tables() []string {
	names := make([]string, len(p.Actions))
	for i, a := range p.Actions {
		names[i] = a.table
	}
	return names
}

// Plan plans the writes; tables are aligned with p.Actions, and so are the plan's items.
func (p *TransactWriteItems) Plan(tables []*catalog.Table) (*plan.Write, *apierr.Error) {
	return planActions(p.Actions, tables)
}

// planActions plans writes that happen all or not at all; tables are aligned with the actions, and so are the plan's items. What refuses
// the request as a whole comes first. Then the first action that is not valid cancels the transaction, without regard to the others.
func planActions(actions []*Action, tables []*catalog.Table) (*plan.Write, *apierr.Error) {
	if err := wantTogether(actions, tables); err != nil {
		return nil, err
	}
	w := &plan.Write{Atomic: true, NoWait: true, Items: make([]plan.ItemWrite, len(actions))}
	for i, a := range actions {
		var err *apierr.Error
		if w.Items[i], err = a.plan(tables[i]); err != nil {
			return nil, apierr.CanceledBy(len(actions), i, err)
		}
	}
	return w, nil
}

// wantTogether refuses what refuses a transaction as a whole: empty keys, and two actions on one item.
func wantTogether(actions []*Action, tables []*catalog.Table) *apierr.Error {
	for i, a := range actions {
		if err := a.wantWhole(tables[i]); err != nil {
			return err
		}
	}
	keys := keySet{}
	for i, a := range actions {
		if err := keys.add(tables[i], a.item, a.kind == plan.Put); err != nil {
			return err
		}
	}
	return nil
}
