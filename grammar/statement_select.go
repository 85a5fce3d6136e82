package grammar

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// selected builds a SELECT.
func (b *statementBuilder) selected(ctx partiql.ISelectContext) *ast.Select {
	b.clauses(ctx)
	statement := &ast.Select{From: b.source(ctx.Sources())}
	statement.Paths = b.projection(ctx.Projection())
	statement.Where = b.where(ctx.Where())
	if ctx.OrderBy() != nil {
		for _, term := range ctx.OrderBy().AllOrderTerm() {
			statement.OrderBy = append(statement.OrderBy, b.orderTerm(term))
		}
	}
	return statement
}

// clauses refuses the clauses that the service does not have.
func (b *statementBuilder) clauses(ctx partiql.ISelectContext) {
	if ctx.GroupBy() != nil {
		b.note(UnsupportedClause, "GROUP BY", nil)
	}
	if having := ctx.Having(); having != nil {
		b.note(UnsupportedClause, "HAVING", tokenOf(shapeOf(having.Expression())))
	}
	if limit := ctx.Limit(); limit != nil {
		b.note(UnsupportedClause, "LIMIT", tokenOf(shapeOf(limit.Expression())))
	}
	if offset := ctx.Offset(); offset != nil {
		b.note(UnsupportedClause, "OFFSET", tokenOf(shapeOf(offset.Expression())))
	}
	if ctx.DISTINCT() != nil {
		b.note(UnsupportedToken, "DISTINCT", nil)
	}
	if ctx.Projection().VALUE() != nil {
		b.note(ValueProjection, "", nil)
	}
}

// source builds the table or index of FROM.
func (b *statementBuilder) source(ctx partiql.ISourcesContext) ast.Target {
	source := ctx.Source(0)
	if len(ctx.AllSource()) > 1 || source.UNPIVOT() != nil {
		b.note(MultipleSources, "", nil)
		return ast.Target{}
	}
	b.aliases(source.Alias(), source.AtAlias(), source.ByAlias())
	s := shapeOf(source.Expression())
	if kind := kindOf(s); kind != kindName && kind != kindPath {
		b.note(UnexpectedSource, "", nil)
		return ast.Target{}
	}
	return b.target(b.path(s.leaf))
}

func (b *statementBuilder) aliases(as partiql.IAliasContext, at partiql.IAtAliasContext, by partiql.IByAliasContext) {
	if as != nil || at != nil || by != nil {
		b.note(Aliased, "", nil)
	}
}

// projection builds the paths of SELECT; nil for all attributes.
func (b *statementBuilder) projection(ctx partiql.IProjectionContext) []*ast.Path {
	var paths []*ast.Path
	for _, projected := range ctx.AllProjected() {
		if projected.STAR() != nil {
			return nil
		}
		b.aliases(projected.Alias(), nil, nil)
		if path := b.projected(shapeOf(projected.Expression())); path != nil {
			paths = append(paths, path)
		}
	}
	return paths
}

func (b *statementBuilder) projected(s *shape) *ast.Path {
	switch kind := kindOf(s); {
	case kind != kindName && kind != kindPath:
		b.note(UnexpectedComponent, "", tokenOf(s))
		return nil
	case kind == kindPath && s.leaf.GetStop().GetTokenType() == partiql.PartiQLParserSTAR:
		b.note(HierarchyChange, "", nil)
		return nil
	}
	return b.path(s.leaf)
}

// orderTerm builds a term of ORDER BY, which must be a path.
func (b *statementBuilder) orderTerm(ctx partiql.IOrderTermContext) ast.OrderTerm {
	var term ast.OrderTerm
	switch {
	case ctx.ASC() != nil:
		term.Direction = "ASC"
	case ctx.DESC() != nil:
		term.Direction = "DESC"
	}
	s := shapeOf(ctx.Expression())
	if kind := kindOf(s); kind != kindName && kind != kindPath {
		b.note(OrderByValue, spelled(s), nil)
		return term
	}
	term.Path = b.path(s.leaf)
	return term
}
