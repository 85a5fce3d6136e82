package sqlite

import (
	"fmt"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
	"github.com/ddbsql/ddbsql/backends/sqlite/vfs"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// maxStatements is how many prepared statements a connection keeps. A statement takes some 10 KB of the engine's memory.
const maxStatements = 512

// conn is a connection and its prepared statements. It belongs to one goroutine at a time.
type conn struct {
	db    *engine.Conn
	file  vfs.File
	stmts *simplelru.LRU[string, *engine.Stmt]
	blob  []byte     // reused for documents on their way in
	text  textWriter // where the document being read goes
	// observe is told of every statement; nil for nobody.
	observe backends.Observer
	// prepared is told of every statement that is compiled; nil for nobody.
	prepared func(text string)
}

// newConn wraps an open connection.
func newConn(db *engine.Conn, opts *backends.Options) (*conn, error) {
	stmts, err := simplelru.NewLRU(maxStatements, func(_ string, s *engine.Stmt) { _ = s.Finalize() })
	if err != nil {
		return nil, err
	}
	return &conn{db: db, stmts: stmts, observe: opts.Observe, prepared: opts.Prepared}, nil
}

func (c *conn) close() error {
	c.stmts.Purge()
	return c.db.Close()
}

// prepare gives the statement of that text, ready to bind. Whoever runs it must reset it.
func (c *conn) prepare(text string) (*engine.Stmt, error) {
	if s, ok := c.stmts.Get(text); ok {
		return s, nil
	}
	s, err := c.db.Prepare(text)
	if err != nil {
		return nil, err
	}
	c.stmts.Add(text, s)
	if c.prepared != nil {
		c.prepared(text)
	}
	return s, nil
}

// rows runs a statement and calls row for each row until it says stop.
func (c *conn) rows(st *sqlgen.Statement, row func(s *engine.Stmt) (stop bool, err error)) error {
	if c.observe == nil {
		return c.walk(st, row)
	}
	start := time.Now()
	err := c.walk(st, row)
	took := time.Since(start)
	if err != nil {
		c.observe(st.Name, took, &backends.StatementError{Code: statementCode(err), Err: err})
		return err
	}
	c.observe(st.Name, took, nil)
	return nil
}

func (c *conn) walk(st *sqlgen.Statement, row func(s *engine.Stmt) (stop bool, err error)) (err error) {
	s, err := c.prepare(st.SQL)
	if err != nil {
		return fmt.Errorf("%s: %w", st.Name, err)
	}
	defer func() {
		// After a failed step this reports the step's error once more.
		if e := s.Reset(); err == nil && e != nil {
			err = fmt.Errorf("%s: %w", st.Name, e)
		}
	}()
	if err := c.bind(s, st.Args); err != nil {
		return fmt.Errorf("%s: %w", st.Name, err)
	}
	for {
		more, err := s.Step()
		if err != nil {
			return fmt.Errorf("%s: %w", st.Name, err)
		}
		if !more {
			return nil
		}
		if stop, err := row(s); stop || err != nil {
			return err
		}
	}
}

// exec runs a statement that gives no rows, and says how many rows it changed.
func (c *conn) exec(st *sqlgen.Statement) (changes int, err error) {
	if err := c.rows(st, func(*engine.Stmt) (bool, error) { return false, nil }); err != nil {
		return 0, err
	}
	return c.db.Changes(), nil
}

// run executes a statement of which only success matters.
func (c *conn) run(st *sqlgen.Statement) error {
	_, err := c.exec(st)
	return err
}

// script executes statements without arguments that are not worth keeping.
func (c *conn) script(texts ...string) error {
	for _, text := range texts {
		if _, err := c.ask(text); err != nil {
			return err
		}
	}
	return nil
}

// ask executes such a statement and gives the number that its first row begins with; 0 if it has none.
func (c *conn) ask(text string) (answer int64, err error) {
	s, _, err := c.db.PrepareTransient(text)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", text, err)
	}
	row, err := s.Step()
	if row {
		answer = s.ColumnInt64(0)
	}
	if e := s.Finalize(); err == nil {
		err = e
	}
	if err != nil {
		return 0, fmt.Errorf("%q: %w", text, err)
	}
	return answer, nil
}

// bind gives the statement its arguments, see package sqlgen. A document is stored as JSONB.
func (c *conn) bind(s *engine.Stmt, args []any) error {
	for i, arg := range args {
		switch v := arg.(type) {
		case []byte:
			s.BindBytes(i+1, v)
		case *attr.Token:
			s.BindBytes(i+1, v[:])
		case *[]byte:
			s.BindBytes(i+1, *v)
		case string:
			s.BindText(i+1, v)
		case int64:
			s.BindInt64(i+1, v)
		case sqlgen.Doc:
			blob, err := jsonb.Append(c.blob[:0], v)
			if err != nil {
				return err
			}
			c.blob = blob
			s.BindBytes(i+1, blob)
		default:
			return fmt.Errorf("argument %d is a %T", i+1, arg)
		}
	}
	return nil
}

// columnBytes copies a column.
func columnBytes(s *engine.Stmt, col int) []byte {
	b := make([]byte, s.ColumnLen(col))
	s.ColumnBytes(col, b)
	return b
}

// document reads a column of JSONB as the document it holds; nil when it is NULL.
func (c *conn) document(s *engine.Stmt, col int) ([]byte, error) {
	return c.appendDocument(nil, s, col)
}

// appendDocument appends the document that a column of JSONB holds.
func (c *conn) appendDocument(dst []byte, s *engine.Stmt, col int) ([]byte, error) {
	c.text = dst
	_, err := s.ColumnReader(col).WriteTo(&c.text)
	dst, c.text = c.text, nil
	return dst, err
}

// keepDocument reads the document that a column of JSONB holds into an arena.
func (c *conn) keepDocument(docs *backends.Arena, s *engine.Stmt, col int) ([]byte, error) {
	blob := s.ColumnReader(col)
	c.text = docs.Room(jsonb.TextSize(blob.Len()))
	_, err := blob.WriteTo(&c.text)
	doc := docs.Keep(c.text)
	c.text = nil
	return doc, err
}

// textWriter is given JSONB and appends its text. The reader of a column writes all of it at once, and from the engine's own
// memory, which spares copying it first.
type textWriter []byte

func (w *textWriter) Write(blob []byte) (n int, err error) {
	*w, err = jsonb.AppendText(*w, blob)
	return len(blob), err
}
