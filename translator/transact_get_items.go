package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TransactGetItems is a TransactGetItems of which all is known but the tables.
type TransactGetItems struct {
	// Reads stand in the order of the request.
	Reads []TransactRead
}

// TransactRead is the read of one item.
type TransactRead struct {
	Table string
	// Projection is what the answer has of the item; nil for all.
	Projection *attr.Projection

	key   *attr.Item
	paths projection
}

// PrepareTransactGetItems checks and binds what needs no tables.
func PrepareTransactGetItems(in *api.TransactGetItemsInput, exprs *grammar.Cache) (*TransactGetItems, *apierr.Error) {
	p := &TransactGetItems{Reads: make([]TransactRead, len(in.TransactItems))}
	for i, r := range in.TransactItems {
		s := newScope(transactGetItems, r.Get.ExpressionAttributeNames, nil)
		paths, err := prepareProjection(s, exprs, r.Get.ProjectionExpression, nil)
		if err != nil {
			return nil, err
		}
		if err := s.unused(); err != nil {
			return nil, err
		}
		p.Reads[i] = TransactRead{Table: r.Get.TableName, Projection: paths.compiled(), key: &r.Get.Key, paths: paths}
	}
	return p, nil
}

// Tables are the names of the reads' tables, in their order.
func (p *TransactGetItems) Tables() []string {
	names := make([]string, len(p.Reads))
	for i := range p.Reads {
		names[i] = p.Reads[i].Table
	}
	return names
}

// Plan plans the reads of one snapshot; tables are aligned with p.Reads, and so are the plan's reads. What refuses the request as a whole
// comes first: empty keys, paths that lead into keys, and items named twice.
func (p *TransactGetItems) Plan(tables []*catalog.Table) (*plan.Get, *apierr.Error) {
	wanted := make([]*attr.Item, len(p.Reads))
	for i := range p.Reads {
		r := &p.Reads[i]
		if err := wantScalarKeys(tables[i], r.paths.paths); err != nil {
			return nil, err
		}
		wanted[i] = r.key
	}
	return planSnapshot(tables, wanted)
}

// planSnapshot plans the reads of items as they are at one moment; keys are aligned with their tables. Empty keys and items named twice
// refuse the request, the first key that does not fit its table cancels the transaction.
func planSnapshot(tables []*catalog.Table, wanted []*attr.Item) (*plan.Get, *apierr.Error) {
	keys := keySet{}
	for i, key := range wanted {
		if err := schemaOf(tables[i], nil).wantNotEmpty(key); err != nil {
			return nil, err
		}
		if err := keys.add(tables[i], key, false); err != nil {
			return nil, err
		}
	}
	get := &plan.Get{Snapshot: true, Reads: make([]plan.Read, len(wanted))}
	for i, key := range wanted {
		row, err := requestKey(tables[i], key)
		if err != nil {
			return nil, apierr.CanceledBy(len(wanted), i, err)
		}
		get.Reads[i] = plan.Read{Table: tables[i], Key: row}
	}
	return get, nil
}
