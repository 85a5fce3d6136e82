package translator

import (
	"strconv"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Select is a SELECT of which all is known but the table.
type Select struct {
	from    ast.Target
	where   where
	order   []ast.OrderTerm
	reading reading

	// Columns are what a row has of an item; nil for all of it.
	Columns []attr.Column
}

// Reads are the reads of a SELECT. They follow one another until a page is full; each is of one partition, or the only one is of all the
// table or index.
type Reads struct {
	All []*Read
	// First is where a continued SELECT goes on.
	First int

	digest []byte
}

// NextToken is the token of a page that ended in a read behind the item with that key, a stored document.
func (r *Reads) NextToken(read int, last []byte) *string {
	token := nextToken(r.digest, read, last)
	return &token
}

// prepareSelect binds a SELECT.
func prepareSelect(s *scope, tree *ast.Select) (*Select, *apierr.Error) {
	p := &Select{from: tree.From, order: tree.OrderBy}
	if err := wantTableName(tree.From.Table); err != nil {
		return nil, err
	}
	if tree.From.Index != "" {
		if err := wantTableName(tree.From.Index); err != nil {
			return nil, err
		}
		p.reading.index = &tree.From.Index
	}
	if err := wantColumnsApart(tree.Paths); err != nil {
		return nil, err
	}
	var err *apierr.Error
	if p.where, err = bindWhere(s, tree.Where, nil); err != nil {
		return nil, err
	}
	return p, p.bindColumns(s, tree.Paths)
}

// wantColumnsApart refuses two columns that have the same name.
func wantColumnsApart(paths []*ast.Path) *apierr.Error {
	seen := make(map[string]bool, len(paths))
	for _, path := range paths {
		name := columnName(path)
		if seen[name] {
			return apierr.Invalid("Duplicate identifiers in select clause: " + name)
		}
		seen[name] = true
	}
	return nil
}

// bindColumns binds the select list.
func (p *Select) bindColumns(s *scope, paths []*ast.Path) *apierr.Error {
	if paths == nil {
		return nil
	}
	e := &expression{scope: s}
	var err *apierr.Error
	if p.reading.paths, err = e.projection(&ast.Projection{Paths: paths}); err != nil {
		return err
	}
	for i, path := range p.reading.paths.paths {
		p.Columns = append(p.Columns, attr.Column{Name: columnName(paths[i]), Path: path})
	}
	return nil
}

// columnName is the last name of a column's path, with the list indexes behind it.
func columnName(p *ast.Path) string {
	name := ""
	for _, el := range p.Elements {
		if el.Name == "" && !el.Literal {
			name += "[" + strconv.Itoa(el.Index) + "]"
		} else {
			name = el.Name
		}
	}
	return name
}

// Table is the table that is read.
func (p *Select) Table() string { return p.from.Table }

// plan plans the reads.
func (p *Select) plan(t *catalog.Table) ([]*Read, *apierr.Error) {
	x, err := p.target(t)
	if err != nil {
		return nil, err
	}
	schema := schemaOf(t, x)
	q, err := p.where.forKey(schema)
	if err != nil {
		return nil, err
	}
	if p.order != nil && !p.where.given {
		return nil, apierr.Invalid("Must have WHERE clause in the statement when using ORDER BY clause.")
	}
	order, err := orderOf(p.order, schema, &q)
	if err != nil {
		return nil, err
	}
	order.arrange(q.areas)
	p.reading.filter = guard{paths: p.where.paths}
	r := p.reading.begin(t, x)
	r.Plan.Backward = order.sortBackward
	if err := p.reading.finish(r); err != nil {
		return nil, err
	}
	r.Plan.Projection = p.roots(r.Plan.Projection)
	if err := p.hide(t, x, &q); err != nil {
		return nil, err
	}
	return q.reads(r), nil
}

// target finds the index that is read.
func (p *Select) target(t *catalog.Table) (*catalog.Index, *apierr.Error) {
	if x := t.Index(p.from.Index); x != nil && !x.Local && !x.Hidden && p.reading.isConsistent() {
		return nil, apierr.Invalid("Strongly consistent read is not supported on Global Secondary Indexes")
	}
	x, err := p.reading.target(t)
	if err == nil && x != nil && (len(x.Partition) > 1 || len(x.Sort) > 1) {
		return nil, apierr.Invalid("PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.")
	}
	return x, err
}

// roots is what the database keeps of an item: whole attributes, for columns are taken out of them by their place in the item.
func (p *Select) roots(chosen *attr.Projection) *attr.Projection {
	if p.Columns == nil {
		return chosen
	}
	paths := make([]attr.Path, len(p.Columns))
	for i, c := range p.Columns {
		paths[i] = c.Path[:1]
	}
	return attr.NewProjection(paths)
}

// hide refuses a filter on what the index does not have when a partition of it is read; a read of all of it sees it as missing.
func (p *Select) hide(t *catalog.Table, x *catalog.Index, q *keyed) *apierr.Error {
	if x == nil {
		return nil
	}
	missing := unprojected(t, x, p.where.paths)
	switch {
	case missing == nil:
		return nil
	case q.areas != nil:
		return filterNotProjected(x, missing)
	}
	q.filter = []plan.Predicate{without(joined(q.filter), missing)}
	return nil
}

// item is the key of the one item that a SELECT of a batch or transaction names: by an equality on each key attribute and nothing else.
// unnamed refuses any other.
func (p *Select) item(t *catalog.Table, unnamed *apierr.Error) (*attr.Item, *apierr.Error) {
	if q, err := p.where.forKey(schemaOf(t, nil)); err == nil && q.overlap {
		return nil, errOverlap
	}
	named, err := p.where.key(t, true)
	if err != nil || p.from.Index != "" || len(named.places) != len(p.where.parts) {
		return nil, unnamed
	}
	return named.key, wantScalarKeys(t, p.reading.paths.paths)
}
