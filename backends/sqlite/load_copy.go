package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/ddbsql/ddbsql/backends"
)

var errInUse = errors.New("a file in use cannot be loaded: save a copy of it")

// LoadCopy makes a file beside the database's that is all it shall be, and then lets it take the database's place: that is a
// moment's work, whatever its size.
func (b *backend) LoadCopy(ctx context.Context, from backends.Place, as backends.Identity) error {
	switch {
	case from.InUse:
		return errInUse
	case b.lock == nil:
		return b.loadMemory(from, as)
	}
	real, err := filepath.EvalSymlinks(b.db.path)
	if err != nil {
		return err
	}
	staged := location{path: real + "-load", opts: b.db.opts}
	if err := removeDatabase(staged.path); err != nil {
		return err
	}
	if err := b.stage(&staged, from, as); err != nil {
		return errors.Join(err, removeDatabase(staged.path))
	}
	if err := b.exchange(ctx, staged.path, real); err != nil {
		return errors.Join(err, removeDatabase(staged.path))
	}
	return nil
}

// removeDatabase removes a file and what is beside it.
func removeDatabase(path string) error {
	var errs []error
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// stage makes the file. It is on the disk when it is done.
func (b *backend) stage(staged *location, from backends.Place, as backends.Identity) error {
	if from.Name != "" {
		if err := refuseForeign(from.Name); err != nil {
			return err
		}
		if err := copyFile(from.Name, staged.path, false); err != nil {
			return err
		}
	}
	c, err := staged.connect(writing)
	if err != nil {
		return err
	}
	if err := errors.Join(b.adopt(c, as), c.close()); err != nil {
		return err
	}
	f, err := os.OpenFile(staged.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// exchange puts a file in the database's place. Nobody reads or writes meanwhile.
func (b *backend) exchange(ctx context.Context, staged, real string) error {
	b.check.file.Lock()
	defer b.check.file.Unlock()
	resume, err := b.readers.rest(ctx)
	if err != nil {
		return err
	}
	defer resume()
	return b.exec.pause(func(c *conn) error {
		used, err := b.counters(c)
		if err == nil {
			err = b.leave(c)
		}
		if err != nil {
			return err
		}
		failure := takePlace(staged, real)
		if b.exec.c, err = b.db.connect(writing); err != nil {
			// Whoever asks is told that the database is not there.
			b.exec.queue.close()
			return errors.Join(failure, err)
		}
		if failure != nil {
			return failure
		}
		return b.goOn(b.exec.c, used)
	})
}

// takePlace renames a file. While another program has the old one open there is its log, which would be taken for that of the new one: then
// nothing is changed.
func takePlace(staged, real string) error {
	if _, err := os.Stat(real + "-wal"); !errors.Is(err, os.ErrNotExist) {
		return errors.Join(errOpenElsewhere(), err)
	}
	return os.Rename(staged, real)
}

func errOpenElsewhere() error {
	return &backends.Error{Code: backends.CodeUnavailable, Op: "load copy", Err: errors.New("another program has the file open")}
}

// leave closes all connections to the file, when all of the log is in it. After an error the executor's is open still.
func (b *backend) leave(c *conn) error {
	log, err := checkpoint(c, "TRUNCATE")
	switch {
	case err != nil:
		return err
	case log.busy:
		return errOpenElsewhere()
	}
	if b.check.c != nil {
		if err := b.check.c.close(); err != nil {
			return err
		}
		b.check.c = nil
	}
	b.exec.flusher.leaveLog()
	return c.close()
}
