package server

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Database is an empty database for one trial.
type Database struct {
	Kind   string // sqlite or postgres
	URL    string // value of --db
	Binary string // the program that serves it
}

// OnDatabases builds ddbsql and runs a trial on an empty database of each kind that which names: sqlite, postgres or both.
func OnDatabases(which string, trial func(Database) error) error {
	dir, err := os.MkdirTemp("", "ddbsql-trial")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary, err := Build(dir)
	if err != nil {
		return err
	}
	kinds := []string{which}
	if which == "both" {
		kinds = []string{"sqlite", "postgres"}
	}
	for _, kind := range kinds {
		if err := onDatabase(kind, dir, binary, trial); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	return nil
}

func onDatabase(kind, dir, binary string, trial func(Database) error) error {
	switch kind {
	case "sqlite":
		return trial(Database{Kind: kind, URL: "sqlite:" + filepath.Join(dir, "trial.db"), Binary: binary})
	case "postgres":
		url, err := PostgresURL()
		if err != nil {
			return err
		}
		db, drop, err := NewDatabase(url)
		if err != nil {
			return err
		}
		return errors.Join(trial(Database{Kind: kind, URL: db, Binary: binary}), drop())
	default:
		return errors.New("no such database: sqlite, postgres or both")
	}
}

// Servers is how many servers can share the database when so many are wanted: one on SQLite.
func (d Database) Servers(wanted int) int {
	if d.Kind == "sqlite" {
		return 1
	}
	return wanted
}

// Start starts a server on the database, with these flags besides --db and --listen.
func (d Database) Start(flags ...string) (*Process, error) {
	return Start(Options{Binary: d.Binary, DB: d.URL, Args: flags})
}

// Check runs `ddbsql check` on the database. Its exit status is another than 0 if anything differs.
func (d Database) Check() error {
	out, err := exec.Command(d.Binary, "check", "--db", d.URL).CombinedOutput()
	if err != nil {
		return fmt.Errorf("ddbsql check: %w\n%s", err, out)
	}
	return nil
}
