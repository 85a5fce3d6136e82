package server

import (
	"fmt"
	"net"
	"net/url"
	"os/exec"
	"path/filepath"
	"strconv"
)

// Pooler is a PgBouncer before a Postgres server, in transaction mode.
type Pooler struct {
	process *Process
	address string
}

// StartPooler starts one with so many connections to each database of the server that serves a database of that URL.
func StartPooler(dbURL string, connections int) (*Pooler, error) {
	u, err := url.Parse(dbURL)
	if err != nil {
		return nil, err
	}
	root, err := Root()
	if err != nil {
		return nil, err
	}
	address, err := FreeAddress()
	if err != nil {
		return nil, err
	}
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	host, serverPort := u.Hostname(), u.Port()
	if host == "" {
		host, serverPort = u.Query().Get("host"), u.Query().Get("port")
	}
	cmd := exec.Command(filepath.Join(root, "scripts", "pgbouncer-for-tests.sh"), host, serverPort, u.User.Username(), port, strconv.Itoa(connections))
	p := &Pooler{address: address}
	p.process, err = LaunchWhen(cmd, address, func() bool { return execute(p.URL(dbURL), "SELECT 1") == nil })
	if err != nil {
		return nil, fmt.Errorf("pooler: %w", err)
	}
	return p, nil
}

// URL is the one under which the pooler serves a database of its server.
func (p *Pooler) URL(dbURL string) string {
	u, err := url.Parse(dbURL)
	if err != nil {
		return dbURL // it was taken for one when the pooler was started
	}
	u.Host = p.address
	q := u.Query()
	q.Del("host")
	q.Del("port")
	q.Set("sslmode", "disable")
	u.RawQuery = q.Encode()
	return u.String()
}

// Stop ends the pooler.
func (p *Pooler) Stop() { p.process.Kill() }
