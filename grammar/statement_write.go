package grammar

import (
	"strings"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// insert builds an INSERT of one item.
func (b *statementBuilder) insert(ctx partiql.IInsertContext) *ast.Insert {
	inserted := ctx.Inserted()
	if inserted.VALUE() == nil {
		b.note(InsertMany, "", nil)
		return nil
	}
	switch {
	case inserted.AT() != nil:
		b.note(InsertPosition, "", ctx.GetStart())
	case inserted.OnConflict() != nil:
		b.note(UnsupportedClause, "ON CONFLICT", nil)
	}
	statement := &ast.Insert{}
	if s := shapeOf(inserted.Expression(0)); kindOf(s) == kindMap {
		statement.Item = b.item(s.leaf.Term().PlainTerm().Map_())
	} else {
		b.note(NoItem, "", tokenOf(s))
	}
	path := b.simplePath(ctx.SimplePath())
	if len(ctx.SimplePath().AllSimpleStep()) > 0 {
		b.note(QualifiedInsert, "", nil)
	}
	statement.Into = b.target(path)
	if inserted.Returning() != nil {
		b.note(InsertReturning, "", nil)
	}
	return statement
}

// item builds the item of an INSERT. Each attribute is the root of a literal.
func (b *statementBuilder) item(ctx partiql.IMapContext) *ast.MapLiteral {
	item := &ast.MapLiteral{}
	names := map[string]bool{}
	for _, member := range ctx.AllMember() {
		key := shapeOf(member.Expression(0))
		name, ok := b.key(key, root)
		if !ok {
			return item
		}
		if names[name] {
			b.noteUnder(DuplicateKey, name, root, tokenOf(key))
		}
		names[name] = true
		item.Fields = append(item.Fields, ast.MapField{Name: name, Value: b.attribute(shapeOf(member.Expression(1)))})
	}
	return item
}

// attribute builds the value of an attribute: a literal or a parameter.
func (b *statementBuilder) attribute(s *shape) ast.Operand {
	switch kindOf(s) {
	case kindParameter:
		return b.parameter(tokenOf(s))
	case kindLiteral, kindList, kindBag, kindMap:
		return b.data(s, root)
	}
	if number := b.number(s, root); number != nil {
		return number
	}
	b.noteUnder(UnsupportedData, spelled(s), root, tokenOf(s))
	return nil
}

// update builds an UPDATE. The service judges the condition first, then the changes, then the rest.
func (b *statementBuilder) update(ctx partiql.IUpdateContext) *ast.UpdateStatement {
	statement := &ast.UpdateStatement{Where: b.where(ctx.Where())}
	statement.Update = b.changes(ctx.AllChange())
	b.aliases(ctx.Alias(), ctx.AtAlias(), ctx.ByAlias())
	statement.Table = b.target(b.simplePath(ctx.SimplePath()))
	statement.Returning = b.returning(ctx.Returning())
	return statement
}

// fromUpdate builds an UPDATE that is written FROM ... WHERE ... SET.
func (b *statementBuilder) fromUpdate(ctx partiql.IFromUpdateContext) *ast.UpdateStatement {
	statement := &ast.UpdateStatement{Where: b.where(ctx.Where())}
	statement.Update = b.changes(ctx.AllChange())
	statement.Table = b.source(ctx.Sources())
	statement.Returning = b.returning(ctx.Returning())
	return statement
}

// delete builds a DELETE.
func (b *statementBuilder) delete(ctx partiql.IDeleteContext) *ast.Delete {
	statement := &ast.Delete{Where: b.where(ctx.Where())}
	b.aliases(ctx.Alias(), ctx.AtAlias(), ctx.ByAlias())
	statement.From = b.target(b.simplePath(ctx.SimplePath()))
	statement.Returning = b.returning(ctx.Returning())
	return statement
}

// returning builds a RETURNING clause.
func (b *statementBuilder) returning(ctx partiql.IReturningContext) ast.Returning {
	if ctx == nil {
		return ""
	}
	if len(ctx.AllReturned()) > 1 {
		b.note(ReturningSeveral, "", nil)
	}
	returned := ctx.Returned(0)
	if returned.STAR() == nil {
		b.note(ReturningColumn, "", nil)
	}
	mapping := returned.Mapping()
	return ast.Returning(strings.ToUpper(mapping.GetStart().GetText() + " " + mapping.GetStop().GetText() + " *"))
}
