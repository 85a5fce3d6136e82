package sqlite

import (
	"errors"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// Statements of transactions.
var (
	beginReads  = sqlgen.Statement{Name: "begin", SQL: "BEGIN"}
	beginWrites = sqlgen.Statement{Name: "begin", SQL: "BEGIN IMMEDIATE"}
	commit      = sqlgen.Statement{Name: "commit", SQL: "COMMIT"}
	rollback    = sqlgen.Statement{Name: "rollback", SQL: "ROLLBACK"}
	savepoint   = sqlgen.Statement{Name: "savepoint", SQL: "SAVEPOINT part"}
	release     = sqlgen.Statement{Name: "release", SQL: "RELEASE part"}
	rollbackTo  = sqlgen.Statement{Name: "rollback_to", SQL: "ROLLBACK TO part"}
)

// errEnded is the failure of a transaction that something in it ended.
var errEnded = errors.New("the transaction has ended early")

// readAll answers reads. Several share a transaction, because beginning and ending one costs a quarter of a short read.
func (e *executor) readAll(group []*request) {
	shared := len(group) > 1 && e.c.run(&beginReads) == nil
	for _, r := range group {
		if r.err = e.work(r); e.flusher != nil {
			e.flusher.follow(r)
		} else {
			r.finish(r.err)
		}
	}
	if shared && !e.c.db.AutocommitEnabled() {
		if err := e.c.run(&commit); err != nil {
			e.log.Error("end of a transaction that only read", "error", err)
		}
	}
}

// commit carries out writes in one transaction. When one of them fails in the database, all is rolled back and each is done
// again in a transaction of its own, so that it takes none of its neighbours down.
func (e *executor) commit(group []*request) {
	err := e.transaction(func() error {
		for _, r := range group {
			if r.err = e.work(r); spoils(r.err) {
				return r.err
			}
			if e.c.db.AutocommitEnabled() { // what follows would be on its own
				return errEnded
			}
		}
		return nil
	})
	if err != nil && len(group) > 1 {
		for i := range group {
			e.commit(group[i : i+1])
		}
		return
	}
	for _, r := range group {
		if r.err == nil {
			r.err = err
		}
		if r.err == nil && r.committed != nil {
			r.committed()
		}
	}
	if e.flusher != nil {
		e.flusher.committed(group)
		return
	}
	for _, r := range group {
		r.finish(r.err)
	}
}

// spoils says whether an error may have left a change behind. A refusal (backends.Error) is given before the first one.
func spoils(err error) bool {
	var refusal *backends.Error
	return err != nil && !errors.As(err, &refusal)
}

// transaction runs work between BEGIN and COMMIT, or ROLLBACK when it fails.
func (e *executor) transaction(work func() error) error {
	if err := e.c.run(&beginWrites); err != nil {
		return err
	}
	err := work()
	if err == nil {
		if e.flusher != nil {
			e.flusher.begin()
		}
		err = e.c.run(&commit)
	}
	if err == nil {
		e.commits.Add(1)
		return nil
	}
	if !e.c.db.AutocommitEnabled() { // some errors have rolled back already
		err = errors.Join(err, e.c.run(&rollback))
	}
	return err
}
