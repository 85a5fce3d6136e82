package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/ddbsql/ddbsql/backends"
)

var _ backends.Copies = (*backend)(nil)

// readersPatience is how long a copy waits for those who read from the log, so that all of it can be moved into the file.
const readersPatience = 10 * time.Second

// SaveCopy copies the file when all that is committed is in it. Until the copy is made nothing more is moved there: those who write go
// on, into the log, and are kept waiting only while the rest of the log is moved.
func (b *backend) SaveCopy(ctx context.Context, to string) error {
	if b.lock == nil {
		image, err := b.Snapshot(ctx)
		if err != nil {
			return err
		}
		return writeNew(to, func(f *os.File) error {
			_, err := f.Write(image)
			return err
		})
	}
	b.check.file.Lock()
	defer b.check.file.Unlock()
	if err := b.check.empty(ctx); err != nil {
		return err
	}
	return copyFile(b.db.path, to, b.db.opts.Durability == backends.Full)
}

// empty moves all of the log into the file. The caller holds k.file.
func (k *checkpointer) empty(ctx context.Context) error {
	for end := time.Now().Add(readersPatience); ; {
		restarted := false
		err := k.exec.pause(func(c *conn) (err error) {
			restarted, err = restart(c)
			return err
		})
		switch {
		case err != nil || restarted:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case time.Now().After(end):
			return &backends.Error{Code: backends.CodeUnavailable, Op: "copy", Err: errors.New("somebody reads from the log for too long")}
		}
		time.Sleep(lookEvery)
	}
}

// copyFile copies a file to a place where none is; on file systems that can, without copying what is in it. onDisk waits until it is there.
func copyFile(from, to string, onDisk bool) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	return writeNew(to, func(f *os.File) error {
		// The system copies from file to file, or makes the one share the blocks of the other.
		if _, err := io.Copy(f, source); err != nil || !onDisk {
			return err
		}
		return f.Sync()
	})
}

// writeNew makes a file; after an error there is none.
func writeNew(path string, write func(f *os.File) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(path))
	}
	return nil
}
