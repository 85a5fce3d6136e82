package snapshots

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// Folder is a shelf of files: a folder for each snapshot. What is not ended has another suffix. An empty path is a temporary folder that lasts
// until Close.
type Folder struct {
	Path      string
	temporary bool
}

const (
	partial  = ".partial"
	manifest = "snapshot.json"
)

// make makes the folder unless it is there.
func (f *Folder) make() (err error) {
	if f.Path != "" {
		return os.MkdirAll(f.Path, 0o755)
	}
	if f.Path, err = os.MkdirTemp("", "ddbsql-snapshots-"); err != nil {
		return fmt.Errorf("%w: --snapshots names another folder", err)
	}
	f.temporary = true
	return nil
}

// Close removes a temporary folder.
func (f *Folder) Close() error {
	if !f.temporary {
		return nil
	}
	return os.RemoveAll(f.Path)
}

// List reads what is said of each snapshot.
func (f *Folder) List(context.Context) ([]Snapshot, error) {
	if f.Path == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(f.Path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var all []Snapshot
	for _, e := range entries {
		if !nameForm.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(f.Path, e.Name(), manifest))
		if errors.Is(err, os.ErrNotExist) {
			continue // something else
		}
		var s Snapshot
		if err == nil {
			err = json.Unmarshal(text, &s)
		}
		if err != nil {
			return nil, fmt.Errorf("snapshot %s: %w", e.Name(), err)
		}
		s.Name = e.Name()
		all = append(all, s)
	}
	return all, nil
}

// Begin makes the folder of a snapshot.
func (f *Folder) Begin(ctx context.Context, name string) error {
	if err := f.make(); err != nil {
		return err
	}
	if err := os.RemoveAll(f.folder(name) + partial); err != nil {
		return err
	}
	return os.Mkdir(f.folder(name)+partial, 0o755)
}

func (f *Folder) folder(name string) string { return filepath.Join(f.Path, name) }

// Place names a file.
func (f *Folder) Place(name string, number int, ended bool) string {
	folder := f.folder(name)
	if !ended {
		folder += partial
	}
	return filepath.Join(folder, strconv.Itoa(number)+".db")
}

// End gives the folder its name.
func (f *Folder) End(_ context.Context, s *Snapshot) error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(f.folder(s.Name)+partial, manifest), text, 0o644); err != nil {
		return err
	}
	return os.Rename(f.folder(s.Name)+partial, f.folder(s.Name))
}

// Remove removes the folder; a snapshot of which only a part could be removed is not one any more.
func (f *Folder) Remove(_ context.Context, name string) error {
	unended := f.folder(name) + partial
	if err := os.RemoveAll(unended); err != nil {
		return err
	}
	if err := os.Rename(f.folder(name), unended); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.RemoveAll(unended)
}
