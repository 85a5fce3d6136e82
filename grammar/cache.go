package grammar

import (
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/ddbsql/ddbsql/grammar/ast"
)

// Cache keeps the trees of recent texts, for all goroutines. Errors are not kept: a client that errs in a loop pays for the
// parse, and cannot push good texts out. The three kinds of conditions share their trees, which do not depend on the kind.
type Cache struct {
	conditions  *lru.Cache[string, *Parsed[ast.Condition]]
	updates     *lru.Cache[string, *Parsed[*ast.Update]]
	projections *lru.Cache[string, *Parsed[*ast.Projection]]
	statements  *lru.Cache[string, ast.Statement]
}

// NewCache makes a cache of size texts (at least one) for each of conditions, updates, projections and
// statements.
func NewCache(size int) *Cache {
	return &Cache{
		conditions:  newLRU[*Parsed[ast.Condition]](size),
		updates:     newLRU[*Parsed[*ast.Update]](size),
		projections: newLRU[*Parsed[*ast.Projection]](size),
		statements:  newLRU[ast.Statement](size),
	}
}

// Condition is ParseCondition, remembered.
func (c *Cache) Condition(kind Kind, text string) (*Parsed[ast.Condition], *Error) {
	if parsed, ok := c.conditions.Get(text); ok {
		return parsed, nil
	}
	parsed, err := ParseCondition(kind, text)
	return remember(c.conditions, text, parsed, err)
}

// Update is ParseUpdate, remembered.
func (c *Cache) Update(text string) (*Parsed[*ast.Update], *Error) {
	if parsed, ok := c.updates.Get(text); ok {
		return parsed, nil
	}
	parsed, err := ParseUpdate(text)
	return remember(c.updates, text, parsed, err)
}

// Projection is ParseProjection, remembered.
func (c *Cache) Projection(text string) (*Parsed[*ast.Projection], *Error) {
	if parsed, ok := c.projections.Get(text); ok {
		return parsed, nil
	}
	parsed, err := ParseProjection(text)
	return remember(c.projections, text, parsed, err)
}

// Statement is ParseStatement, remembered.
func (c *Cache) Statement(text string) (ast.Statement, *Error) {
	if statement, ok := c.statements.Get(text); ok {
		return statement, nil
	}
	statement, err := ParseStatement(text)
	return remember(c.statements, text, statement, err)
}

// remember keeps a copy of the text: the caller's may be a slice of a whole request.
func remember[T any](cache *lru.Cache[string, T], text string, parsed T, err *Error) (T, *Error) {
	if err == nil {
		cache.Add(strings.Clone(text), parsed)
	}
	return parsed, err
}

func newLRU[T any](size int) *lru.Cache[string, T] {
	cache, err := lru.New[string, T](max(size, 1))
	if err != nil {
		panic(err) // only for a size below one
	}
	return cache
}
