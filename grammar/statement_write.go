package grammar

import (
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
	b.insertClauses(inserted, ctx)
	statement := &ast.Insert{}
	path := b.simplePath(ctx.SimplePath())
	if len(ctx.SimplePath().AllSimpleStep()) > 0 {
		b.note(QualifiedInsert, "", nil)
	}
	statement.Into = b.target(path)
	s := shapeOf(inserted.Expression(0))
	switch kindOf(s) {
	case kindMap:
		statement.Item = b.item(s.leaf.Term().PlainTerm().Map_())
	case kindParameter:
		statement.Item = b.parameter(s.leaf.GetStart())
	default:
		b.note(NoItem, "", tokenOf(s))
	}
	return statement
}

// insertClauses refuses the clauses that the service does not have.
func (b *statementBuilder) insertClauses(inserted partiql.IInsertedContext, ctx partiql.IInsertContext) {
	switch {
	case inserted.AT() != nil:
		b.note(InsertPosition, "", ctx.GetStart())
	case inserted.OnConflict() != nil:
		b.note(UnsupportedClause, "ON CONFLICT", nil)
	case inserted.Returning() != nil:
		b.note(InsertReturning, "", nil)
	}
}

// item builds the item of an INSERT. Each attribute is the root of a literal.
func (b *statementBuilder) item(ctx partiql.IMapContext) ast.Operand {
	item := &ast.MapLiteral{}
	names := map[string]bool{}
	for _, member := range ctx.AllMember() {
		key := shapeOf(member.Expression(0))
		name, ok := b.key(key, "root")
		if !ok {
			return item
		}
		if names[name] {
			b.noteUnder(DuplicateKey, name, "root", tokenOf(key))
		}
		names[name] = true
		item.Fields = append(item.Fields, ast.MapField{Name: name, Value: b.attribute(shapeOf(member.Expression(1)))})
	}
	return item
}

// attribute builds the value of an attribute: a literal or a parameter.
func (b *statementBuilder) attribute(s *shape) ast.Operand {
	if kindOf(s) == kindParameter {
		return b.parameter(s.leaf.GetStart())
	}
	return b.data(s, "root")
}

// update builds an UPDATE. Its condition is judged before its changes.
func (b *statementBuilder) update(ctx partiql.IUpdateContext) *ast.UpdateStatement {
	b.aliases(ctx.Alias(), ctx.AtAlias(), ctx.ByAlias())
	statement := &ast.UpdateStatement{Table: b.target(b.simplePath(ctx.SimplePath()))}
	statement.Returning = b.returning(ctx.Returning())
	statement.Where = b.where(ctx.Where())
	statement.Update = b.changes(ctx.AllChange())
	return statement
}

// fromUpdate builds an UPDATE that is written FROM ... WHERE ... SET.
func (b *statementBuilder) fromUpdate(ctx partiql.IFromUpdateContext) *ast.UpdateStatement {
	statement := &ast.UpdateStatement{Table: b.source(ctx.Sources())}
	statement.Returning = b.returning(ctx.Returning())
	statement.Where = b.where(ctx.Where())
	statement.Update = b.changes(ctx.AllChange())
	return statement
}

// delete builds a DELETE.
func (b *statementBuilder) delete(ctx partiql.IDeleteContext) *ast.Delete {
	b.aliases(ctx.Alias(), ctx.AtAlias(), ctx.ByAlias())
	statement := &ast.Delete{From: b.target(b.simplePath(ctx.SimplePath()))}
	statement.Returning = b.returning(ctx.Returning())
	statement.Where = b.where(ctx.Where())
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
	return ast.Returning(upper(mapping.GetStart().GetText() + " " + mapping.GetStop().GetText() + " *"))
}
