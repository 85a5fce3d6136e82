package postgres

// look shows the figures of a backend's connections, and of its read replica if it has one.
func (b *Backend) look(show func(name, help string, value float64)) {
	pools := []*pool{b.pool, b.shared}
	if b.replica != nil {
		pools = append(pools, b.replica.reader.pool)
		used := 0.0
		if b.replica.usable.Load() {
			used = 1
		}
		show("ddbsql_postgres_replica_used", "Databases whose read replica answers reads now.", used)
	}
	var open, inUse, limit, awaited float64
	for _, p := range pools {
		s := p.Stat()
		open, inUse, limit = open+float64(s.TotalConns()), inUse+float64(s.AcquiredConns()), limit+float64(s.MaxConns())
		awaited += float64(p.awaited.Load())
	}
	show("ddbsql_postgres_connections", "Connections to Postgres that are open, those to a read replica too.", open)
	show("ddbsql_postgres_connections_in_use", "Connections to Postgres that somebody is using.", inUse)
	show("ddbsql_postgres_connections_limit", "Connections to Postgres that may be open.", limit)
	show("ddbsql_postgres_connections_awaited", "Connections to Postgres that somebody waits for.", awaited)
}
