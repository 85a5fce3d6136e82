package server

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Cluster is a Postgres server of its own, which may be stopped at any moment.
type Cluster struct {
	URL string // of its database postgres
	dir string
}

// NewCluster starts one, with its files in a temporary folder. They belong to the user who runs it, so no parent folder may be closed to others.
func NewCluster() (*Cluster, error) {
	dir, err := os.MkdirTemp("", "ddbsql-cluster")
	if err != nil {
		return nil, err
	}
	c := &Cluster{dir: dir}
	url, err := c.script()
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	c.URL = strings.TrimSpace(url)
	return c, nil
}

// Restart ends the server in a mode of pg_ctl, fast or immediate, and starts it again under the same address. It returns when the server answers.
func (c *Cluster) Restart(mode string) error {
	_, err := c.script("restart", mode)
	return err
}

// Stop ends the server and removes its files.
func (c *Cluster) Stop() error {
	_, err := c.script("stop")
	return err
}

func (c *Cluster) script(args ...string) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	cmd := exec.Command(filepath.Join(root, "scripts", "postgres-for-tests.sh"), args...)
	cmd.Env = append(os.Environ(), "DDBSQL_TEST_POSTGRES=", "DDBSQL_POSTGRES_DIR="+c.dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("scripts/postgres-for-tests.sh %v: %w", args, err)
	}
	return string(out), nil
}
