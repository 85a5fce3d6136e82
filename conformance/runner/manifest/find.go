package manifest

import (
	"errors"
	"os"
	"path/filepath"
)

// Place is where suites are, seen from the folder of a checkout.
const Place = "conformance/suites"

// Environment is the variable that names the folder of suites.
const Environment = "DDBSQL_SUITES"

// Find gives the folder of suites: the given one, else that of the environment, else Place in the working folder or above it, else
// Place or "suites" next to the executable or above it.
func Find(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	if named := os.Getenv(Environment); named != "" {
		return named, nil
	}
	if dir, err := os.Getwd(); err == nil {
		if found, ok := upwards(dir, Place); ok {
			return found, nil
		}
	}
	if executable, err := os.Executable(); err == nil {
		if dir, err := filepath.EvalSymlinks(executable); err == nil {
			if found, ok := upwards(filepath.Dir(dir), Place); ok {
				return found, nil
			}
			if found := filepath.Join(filepath.Dir(dir), "suites"); isFolder(found) {
				return found, nil
			}
		}
	}
	return "", errors.New("no folder of suites: there is no " + Place + " in this folder or above it, and none next to the executable; " +
		"give one with --suites DIR or $" + Environment + " (a checkout of ddbsql has it)")
}

// upwards looks for a folder in dir and in the folders it is in.
func upwards(dir, place string) (string, bool) {
	for {
		if found := filepath.Join(dir, filepath.FromSlash(place)); isFolder(found) {
			return found, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
