package server

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
)

// Database is an empty database for one trial.
type Database struct {
	Kind string // sqlite or postgres
	URL  string // value of --db
}

// OnDatabases runs a trial on an empty database of each kind that which names: sqlite, postgres or both. Files go to dir.
func OnDatabases(which, dir string, trial func(Database) error) error {
	kinds := []string{which}
	if which == "both" {
		kinds = []string{"sqlite", "postgres"}
	}
	for _, kind := range kinds {
		if err := onDatabase(kind, dir, trial); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	return nil
}

func onDatabase(kind, dir string, trial func(Database) error) error {
	switch kind {
	case "sqlite":
		return trial(Database{Kind: kind, URL: "sqlite:" + filepath.Join(dir, "trial.db")})
	case "postgres":
		url, err := PostgresURL()
		if err != nil {
			return err
		}
		db, drop, err := NewDatabase(url)
		if err != nil {
			return err
		}
		return errors.Join(trial(Database{Kind: kind, URL: db}), drop())
	default:
		return errors.New("no such database: sqlite, postgres or both")
	}
}

// Check runs `ddbsql check` on the database. Its exit status is another than 0 if anything differs.
func (d Database) Check(binary string) error {
	out, err := exec.Command(binary, "check", "--db", d.URL).CombinedOutput()
	if err != nil {
		return fmt.Errorf("ddbsql check: %w\n%s", err, out)
	}
	return nil
}
