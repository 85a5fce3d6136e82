package sqlite

import (
	"fmt"
	"path/filepath"

	engine "zombiezen.com/go/sqlite"
)

// lock keeps a second server off the database file: the executor's knowledge of the catalog, and its order of writes, hold
// only while nobody else writes. It is an open exclusive transaction on a small database beside the file, which ends with the
// process, however that ends. Programs that only read the file, as sqlite3 does, are not kept off.
type lock struct{ db *engine.Conn }

func acquireLock(path string) (*lock, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // one lock, whatever name leads to the file
	}
	db, err := engine.OpenConn(path+"-lock", engine.OpenReadWrite|engine.OpenCreate)
	if err != nil {
		return nil, fmt.Errorf("lock of %s: %w", path, err)
	}
	db.SetBusyTimeout(0)
	c := &conn{db: db}
	err = c.script("PRAGMA journal_mode=OFF", "BEGIN EXCLUSIVE")
	if err == nil {
		return &lock{db}, nil
	}
	_ = db.Close()
	if engine.ErrCode(err).ToPrimary() == engine.ResultBusy {
		return nil, fmt.Errorf("%s is in use by another ddbsql server", path)
	}
	return nil, fmt.Errorf("lock of %s: %w", path, err)
}

func (l *lock) release() error {
	if l == nil {
		return nil
	}
	return l.db.Close()
}
