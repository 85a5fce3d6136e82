package sqlgen

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// Builder assembles one statement. It remembers the first error; Statement reports it.
type Builder struct {
	d     *Dialect
	sql   []byte
	args  []any
	paths []pathArg
	err   error
	// shared is not nil while the statement of many rows is built, and says of each argument whether they have it in common: see Many.
	shared []bool
	// allShared is set where the statement of many rows cannot read them.
	allShared bool

	// Item is the column expression of the document that predicates read.
	Item string
}

// pathArg is a path that is a parameter already; predicates often read one path several times.
type pathArg struct {
	first *attr.Step
	n     int // steps
	param int
}

var builders = sync.Pool{New: func() any { return &Builder{sql: make([]byte, 0, 1024)} }}

// build starts a statement with the arguments of a fixed part that is already written.
func (g *Generator) build(head string, args ...any) *Builder {
	b := builders.Get().(*Builder)
	b.d, b.Item, b.err = g.d, "t.item", nil
	b.sql = append(b.sql[:0], head...)
	b.args = append(make([]any, 0, len(args)+4), args...)
	b.paths, b.shared, b.allShared = b.paths[:0], nil, false
	return b
}

// finish ends the statement and gives the builder back.
func (g *Generator) finish(b *Builder, name string) (Statement, error) {
	st, err := Statement{Name: name, SQL: g.texts.intern(b.sql), Args: b.args}, b.err
	b.args = nil
	clear(b.paths)
	builders.Put(b)
	if err != nil {
		return Statement{}, fmt.Errorf("%s: %w", name, err)
	}
	return st, nil
}

// Text appends SQL text.
func (b *Builder) Text(parts ...string) *Builder {
	for _, p := range parts {
		b.sql = append(b.sql, p...)
	}
	return b
}

// Arg appends a new parameter with that value.
func (b *Builder) Arg(v any) *Builder {
	_, list := v.([]string)
	return b.add(v, list)
}

// Same appends a new parameter with a value that follows from the statement's text: other writes by the same text have it too.
func (b *Builder) Same(v any) *Builder { return b.add(v, true) }

func (b *Builder) add(v any, shared bool) *Builder {
	b.args = append(b.args, v)
	if b.shared != nil {
		b.shared = append(b.shared, shared || b.allShared)
	}
	return b.Ref(len(b.args))
}

// Ref appends the parameter of that number, counted from 1, again.
func (b *Builder) Ref(n int) *Builder {
	if b.isColumn(n) {
		b.sql = append(b.sql, 'p')
		b.sql = strconv.AppendInt(b.sql, int64(n), 10)
		return b
	}
	b.sql = append(b.sql, b.d.Param...)
	b.sql = strconv.AppendInt(b.sql, int64(n), 10)
	b.sql = append(b.sql, b.d.Casts.of(b.args[n-1])...)
	return b
}

// Path appends the parameter of a path; arg makes its value the first time.
func (b *Builder) Path(p attr.Path, arg func(attr.Path) any) *Builder {
	for _, seen := range b.paths {
		if seen.first == &p[0] && seen.n == len(p) {
			return b.Ref(seen.param)
		}
	}
	b.paths = append(b.paths, pathArg{first: &p[0], n: len(p), param: len(b.args) + 1})
	return b.Same(arg(p))
}

// Fail remembers the first error.
func (b *Builder) Fail(format string, args ...any) {
	if b.err == nil {
		b.err = fmt.Errorf(format, args...)
	}
}

// list appends n parts with a separator between them.
func (b *Builder) list(n int, sep string, part func(i int)) {
	for i := range n {
		if i > 0 {
			b.Text(sep)
		}
		part(i)
	}
}

func (c *Casts) of(v any) string {
	switch v.(type) {
	case []byte:
		return c.Bytes
	case string:
		return c.Text
	case int64:
		return c.Int
	case Doc:
		return c.Doc
	case [][]byte:
		return c.BytesList
	case []string:
		return c.TextList
	case []int64:
		return c.IntList
	case []Doc:
		return c.DocList
	}
	return ""
}
