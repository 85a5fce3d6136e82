package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// projection is what a read gives of an item: nil paths give all of it.
type projection struct {
	paths []attr.Path
}

// prepareProjection binds a read's ProjectionExpression, or its legacy form AttributesToGet; api has refused both at once.
func prepareProjection(s *scope, exprs *grammar.Cache, text *string, legacy []string) (projection, *apierr.Error) {
	e := &expression{scope: s, kind: grammar.Projection}
	switch {
	case text != nil:
		parsed, err := exprs.Projection(*text)
		if err != nil {
			return projection{}, badSyntax(s.op, err)
		}
		return e.projection(parsed.AST)
	case legacy != nil:
		return e.projection(attributesToGet(legacy))
	}
	return projection{}, nil
}

// projection binds a projection. Its paths must be apart.
func (e *expression) projection(p *ast.Projection) (projection, *apierr.Error) {
	for _, path := range p.Paths {
		if _, err := e.path(path); err != nil {
			return projection{}, err
		}
	}
	if err := e.wantApart(e.paths); err != nil {
		return projection{}, err
	}
	return projection{paths: e.paths}, nil
}

// compiled is the projection as it is applied to items; nil gives all.
func (p projection) compiled() *attr.Projection {
	if p.paths == nil {
		return nil
	}
	return attr.NewProjection(p.paths)
}

// attributesToGet makes the legacy list of top-level attributes a projection.
func attributesToGet(names []string) *ast.Projection {
	p := &ast.Projection{Paths: make([]*ast.Path, len(names))}
	for i, name := range names {
		p.Paths[i] = literalPath(name)
	}
	return p
}

// literalPath names a top-level attribute, whatever its name looks like.
func literalPath(name string) *ast.Path {
	return &ast.Path{Elements: []ast.Element{{Name: name, Literal: true}}}
}
