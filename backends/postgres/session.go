package postgres

import (
	"context"
	"errors"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// maxPrepared bounds the statements prepared on one connection.
const maxPrepared = 512

// session is one connection to the server with what is prepared on it. It is used by one caller at a time and speaks the protocol
// below pgx's type mapping: values go out and come in as bytes.
type session struct {
	pg       *pgconn.PgConn
	observe  backends.Observer
	gen      *sqlgen.Generator // in the dialect of what the connection sends
	stored   bool              // documents come as stored, see stored.go
	compiled func(text string) // told of every statement that is prepared; nil for nobody
	prepared *simplelru.LRU[string, *pgconn.StatementDescription]
	evicted  []string
	count    int

	local   *sqlgen.Statement // goes before all else in every transaction, see pooled.go; nil for none
	unnamed bool              // nothing stays prepared
	standby bool              // of a replica, see replica.go

	watch     *watch
	since     atomic.Int64 // when it began to wait for an answer, after epoch; 0 while it does not
	unhurried atomic.Bool  // its statements may take longer than others
	overdue   atomic.Bool  // it was cut because an answer did not come
}

func newSession(pg *pgconn.PgConn, opts *backends.Options) (*session, error) {
	s := &session{pg: pg, observe: opts.Observe, compiled: opts.Prepared}
	var err error
	s.prepared, err = simplelru.NewLRU(maxPrepared, func(_ string, d *pgconn.StatementDescription) {
		s.evicted = append(s.evicted, d.Name)
	})
	return s, err
}

// binaryRows asks for all columns in binary form.
var binaryRows = []int16{binaryFormat}

// prepare gives the prepared form of a statement text, preparing it the first time.
func (s *session) prepare(ctx context.Context, sql string) (*pgconn.StatementDescription, error) {
	if d, ok := s.prepared.Get(sql); ok {
		return d, nil
	}
	for _, name := range s.evicted {
		if err := s.pg.Deallocate(ctx, name); err != nil {
			return nil, unsent(err)
		}
	}
	s.evicted = s.evicted[:0]
	s.count++
	d, err := s.pg.Prepare(ctx, "s"+strconv.Itoa(s.count), sql, nil)
	if err != nil {
		return nil, unsent(err)
	}
	s.prepared.Add(sql, d)
	if s.compiled != nil {
		s.compiled(sql)
	}
	return d, nil
}

// one runs a statement and calls each with its rows. It gives the number of rows the statement affected or selected.
func (s *session) one(ctx context.Context, st *sqlgen.Statement, each func(row)) (int64, error) {
	if s.local != nil {
		return s.pooled(ctx, st, each)
	}
	start, was := time.Now(), !s.pg.IsClosed()
	s.watch.begin(s, start)
	n, err := s.exec(ctx, st, each)
	s.since.Store(0)
	s.told(st.Name, start, err)
	if err != nil {
		err = s.fate(err, was, st, st)
	}
	return n, err
}

func (s *session) exec(ctx context.Context, st *sqlgen.Statement, each func(row)) (int64, error) {
	d, err := s.prepare(ctx, st.SQL)
	if err != nil {
		return 0, err
	}
	p, err := encode(st.Args)
	if err != nil {
		return 0, err
	}
	return drain(s.pg.ExecStatement(ctx, d, p.values, p.formats, binaryRows), each)
}

func drain(r *pgconn.ResultReader, each func(row)) (int64, error) {
	for r.NextRow() {
		if each != nil {
			each(r.Values())
		}
	}
	tag, err := r.Close()
	return tag.RowsAffected(), err
}

// pipeline runs statements in one round trip. Outside of a transaction they are one: all happen or none. each gets the
// number of the statement with each row; the result has the rows affected by each.
func (s *session) pipeline(ctx context.Context, statements []sqlgen.Statement, each func(i int, r row)) ([]int64, error) {
	s.watch.begin(s, time.Now())
	defer s.since.Store(0)
	var batch pgconn.Batch
	local := s.placeOfLocal(statements)
	for i := range statements {
		if i == local {
			if err := s.add(ctx, &batch, s.local); err != nil {
				return nil, err
			}
		}
		if err := s.add(ctx, &batch, &statements[i]); err != nil {
			return nil, err
		}
	}
	if local == len(statements) {
		if err := s.add(ctx, &batch, s.local); err != nil {
			return nil, err
		}
	}
	was := !s.pg.IsClosed()
	affected, err := s.results(ctx, &batch, statements, local, each)
	if err != nil {
		err = s.fate(err, was, &statements[0], &statements[len(statements)-1])
	}
	return affected, err
}

// add adds a statement to those that are sent together.
func (s *session) add(ctx context.Context, batch *pgconn.Batch, st *sqlgen.Statement) error {
	p, err := encode(st.Args)
	if err != nil {
		return err
	}
	if s.unnamed {
		batch.ExecParams(st.SQL, p.values, nil, p.formats, binaryRows)
		return nil
	}
	d, err := s.prepare(ctx, st.SQL)
	if err != nil {
		s.told(st.Name, time.Now(), err)
		return err
	}
	batch.ExecStatement(d, p.values, p.formats, binaryRows)
	return nil
}

// results reads the answers to statements that were sent together. That of the settings, which stands before those of the statement at
// the place local, or behind all, says nothing.
func (s *session) results(ctx context.Context, batch *pgconn.Batch, statements []sqlgen.Statement, local int, each func(i int, r row)) ([]int64, error) {
	affected := make([]int64, 0, len(statements))
	start := time.Now()
	results := s.pg.ExecBatch(ctx, batch)
	var failed error
	for n := 0; results.NextResult(); n++ {
		if n == local {
			if _, failed = drain(results.ResultReader(), nil); failed != nil {
				break
			}
			continue
		}
		i := len(affected)
		if i == len(statements) {
			break
		}
		n, err := drain(results.ResultReader(), func(r row) {
			if each != nil {
				each(i, r)
			}
		})
		if err != nil {
			failed = err
			break
		}
		s.told(statements[i].Name, start, nil)
		affected = append(affected, n)
		start = time.Now()
	}
	err := results.Close()
	if failed != nil {
		err = failed // Close may only say that the connection is closed, as if nothing had been sent
	}
	if err == nil && len(affected) < len(statements) {
		err = errors.New("the server answered fewer statements than it was sent")
	}
	if err != nil && len(affected) < len(statements) {
		s.told(statements[len(affected)].Name, start, err)
	}
	return affected, err
}

func (s *session) told(name string, start time.Time, err error) {
	if s.observe == nil {
		return
	}
	if err != nil {
		err = &backends.StatementError{Code: statementCode(err), Err: err}
	}
	s.observe(name, time.Since(start), err)
}

// define runs a statement without arguments that is not prepared.
func (s *session) define(ctx context.Context, st *sqlgen.Statement) error {
	return s.fetch(ctx, st, nil)
}

// fetch runs a statement without arguments that is not prepared, and calls each with its rows.
func (s *session) fetch(ctx context.Context, st *sqlgen.Statement, each func(row)) error {
	start, was := time.Now(), !s.pg.IsClosed()
	s.watch.begin(s, start)
	_, err := drain(s.pg.ExecParams(ctx, st.SQL, nil, nil, nil, binaryRows), each)
	s.since.Store(0)
	s.told(st.Name, start, err)
	if err != nil {
		err = s.fate(err, was, st, st)
	}
	return err
}
