package main

import (
	"context"
	"errors"
	"net/url"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// postgres is a Postgres server of the trial's own, behind a proxy.
type postgres struct {
	*server.Cluster
	proxy *proxy
}

// onCluster runs a trial on a database of such a server. The trial's URL leads through the proxy.
func onCluster(db server.Database, trial func(server.Database, *postgres) error) (err error) {
	cluster, err := server.NewCluster()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cluster.Stop()) }()
	direct, _, err := server.NewDatabase(cluster.URL) // dropped with the cluster
	if err != nil {
		return err
	}
	u, err := url.Parse(direct)
	if err != nil {
		return err
	}
	p := &postgres{Cluster: cluster}
	if p.proxy, err = newProxy(u.Host); err != nil {
		return err
	}
	defer p.proxy.close()
	u.Host = p.proxy.address()
	db.URL = u.String()
	return trial(db, p)
}

// terminate ends about half of the sessions of the servers.
func (p *postgres) terminate() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, p.URL)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND random() < 0.5")
	return err
}
