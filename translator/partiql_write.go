package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// StatementWrite is an INSERT, UPDATE or DELETE, or the EXISTS of a transaction, of which all is known but the table. Once that is
// known it becomes an action as TransactWriteItems has them.
type StatementWrite struct {
	kind  plan.Kind
	table ast.Target
	where where

	item    *attr.Item // of an INSERT
	actions []plan.Action
	reads   []attr.Path // all paths of the actions, what they write and what they read

	onFailure *string // ReturnValuesOnConditionCheckFailure

	returning ast.Returning
	touched   *attr.Projection // what RETURNING MODIFIED gives of an image
}

// prepare binds the statement: WHERE first.
func (p *StatementWrite) prepare(s *scope, tree ast.Statement) *apierr.Error {
	switch tree := tree.(type) {
	case *ast.Insert:
		return p.prepareInsert(s, tree)
	case *ast.UpdateStatement:
		return p.prepareUpdate(s, tree)
	case *ast.Delete:
		return p.prepareDelete(s, tree)
	case *ast.ExistsStatement:
		return p.prepareExists(s, tree)
	}
	panic("translator: a statement of unknown kind")
}

// Table is the table that is written.
func (p *StatementWrite) Table() string { return p.table.Table }

// wantAlone refuses a statement that only a transaction may have.
func (p *StatementWrite) wantAlone() *apierr.Error {
	if p.kind == plan.Check {
		return apierr.Invalid("EXISTS can only be used in ExecuteTransaction write requests.")
	}
	return nil
}

// IsInsert says whether the statement is an INSERT, whose failed condition means that the item is there.
func (p *StatementWrite) IsInsert() bool { return p.kind == plan.Put }

// bindWhere binds the WHERE clause of a statement on one table, which may SET something.
func (p *StatementWrite) bindWhere(s *scope, table ast.Target, c ast.Condition, set []ast.Assign) (err *apierr.Error) {
	p.table = table
	if err := wantTableName(table.Table); err != nil {
		return err
	}
	p.where, err = bindWhere(s, c, set)
	return err
}

// Image is the image that RETURNING asks for, and what of it if not all.
func (p *StatementWrite) Image(before, after []byte) (image []byte, part *attr.Projection) {
	switch p.returning {
	case ast.ReturnAllOld:
		return before, nil
	case ast.ReturnAllNew:
		return after, nil
	case ast.ReturnModifiedOld:
		return before, p.touched
	case ast.ReturnModifiedNew:
		return after, p.touched
	}
	return nil, nil
}

// Plan plans the write by itself.
func (p *StatementWrite) Plan(t *catalog.Table) (*plan.Write, *apierr.Error) {
	w, _, err := p.planAlone(t)
	if err != nil {
		return nil, err
	}
	return single(w), nil
}

// planAlone plans the write outside of a transaction: with the images it returns, and its own words for a key that does not fit.
// of says whether a batch's refusal names the table, as it does for some of them.
func (p *StatementWrite) planAlone(t *catalog.Table) (w plan.ItemWrite, of bool, err *apierr.Error) {
	a, err := p.Action(t)
	if err != nil {
		return w, false, err
	}
	if err := wantNoKeys(t, a.actions); err != nil {
		return w, true, err
	}
	if a.kind != plan.Put {
		if err := wantNamedKey(t, a.item); err != nil {
			return w, false, err
		}
	}
	if err := schemaOf(t, nil).wantItemSizes(a.item); err != nil {
		return w, true, err
	}
	w, err = a.plan(t)
	w.NeedOld = p.returning == ast.ReturnAllOld || p.returning == ast.ReturnModifiedOld
	w.NeedNew = p.returning == ast.ReturnAllNew || p.returning == ast.ReturnModifiedNew
	return w, false, err
}

// wantNamedKey refuses a WHERE clause that names a key of other types than the table's, or an empty one.
func wantNamedKey(t *catalog.Table, key *attr.Item) *apierr.Error {
	schema := schemaOf(t, nil)
	for i, k := range slices.Concat(schema.partition, schema.sort) {
		if err := wantKeyType(k, []attr.Value{key.Attrs[i].Value}); err != nil {
			return err
		}
	}
	return schema.wantNotEmpty(key)
}

// Action is the statement as an action on one item of its table.
func (p *StatementWrite) Action(t *catalog.Table) (*Action, *apierr.Error) {
	if p.table.Index != "" {
		return nil, apierr.Invalid("This operation is not supported on an index")
	}
	a := &Action{kind: p.kind, table: t.Name, item: p.item, onFailure: p.onFailure, actions: p.actions, reads: p.reads}
	there := &plan.Exists{Path: attr.Path{{Name: t.Partition.Name}}}
	if p.kind == plan.Put {
		a.guard.predicate = not(there)
		return a, nil
	}
	named, err := p.where.key(t, false)
	if err == nil {
		err = wantKeyKinds(named.key)
	}
	if err != nil {
		return nil, p.unnamed(err)
	}
	a.item = named.key
	rest := p.where.without(named.places...)
	if p.kind == plan.Check && rest == nil {
		return nil, errNoCheck
	}
	a.guard = guard{predicate: joined(rest), paths: p.where.paths}
	switch {
	case p.kind != plan.Delete:
		a.guard.predicate = joined(append([]plan.Predicate{there}, rest...))
	case a.guard.predicate != nil:
		a.guard.predicate = or(not(there), a.guard.predicate)
	}
	return a, nil
}

// unnamed refuses a WHERE clause that does not name an item.
func (p *StatementWrite) unnamed(err *apierr.Error) *apierr.Error {
	if p.kind == plan.Check && err == errNoKey {
		return errNoCheck
	}
	return err
}

var errNoCheck = apierr.Invalid("EXISTS() must contain a single item read with additional condition")
