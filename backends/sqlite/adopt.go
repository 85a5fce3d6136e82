package sqlite

import (
	"math/rand/v2"
	"os"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// adopt makes a copy fit to be a server's database: of the newest schema, with jobs that nobody does, and with definitions of the identity
// that nobody has ever read: their versions are like no others.
func (b *backend) adopt(c *conn, as backends.Identity) error {
	if err := migrate(c, b.db.opts.Logger, false); err != nil {
		return err
	}
	return c.within(func() error {
		free := b.gen.FreeJobs()
		if err := c.run(&free); err != nil {
			return err
		}
		if err := b.adoptStreams(c, as); err != nil {
			return err
		}
		return b.adoptTables(c, as)
	})
}

// within runs work in a transaction.
func (c *conn) within(work func() error) error {
	if err := c.script("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := work(); err != nil {
		_ = c.script("ROLLBACK") // the file is given up, too
		return err
	}
	return c.script("COMMIT")
}

func (b *backend) adoptStreams(c *conn, as backends.Identity) error {
	all := b.gen.Streams()
	streams, err := c.streams(&all)
	if err != nil {
		return err
	}
	for _, s := range streams {
		definition, err := backends.EncodeStream(s.Copied(as.Region, as.Account))
		if err != nil {
			return err
		}
		st := b.gen.UpdateStream(s, definition)
		if err := c.run(&st); err != nil {
			return err
		}
	}
	if as.Account == "" {
		return nil
	}
	return c.run(&sqlgen.Statement{Name: "adopt_once", SQL: "UPDATE OR REPLACE " + sqlgen.OnceTable + " SET account = ?1", Args: []any{attr.EscapeText(as.Account)}})
}

const adoptDefinition = "UPDATE " + sqlgen.CatalogTable + " SET version = ?1, definition = ?2 WHERE id = ?3"

func (b *backend) adoptTables(c *conn, as backends.Identity) error {
	var tables []*catalog.Table
	all := b.gen.Definitions()
	err := c.rows(&all, func(s *engine.Stmt) (bool, error) {
		t, err := readDefinition(s)
		tables = append(tables, t)
		return false, err
	})
	if err != nil {
		return err
	}
	for _, t := range tables {
		same := map[int64]int64{}
		if t.Stream != nil {
			same[t.Stream.ID] = t.Stream.ID
		}
		definition, err := backends.EncodeDefinition(t.Copied(as.Region, as.Account, same))
		if err != nil {
			return err
		}
		// Half of what is left above it is for later changes.
		version := rand.Int64N(1 << 62)
		if err := c.run(&sqlgen.Statement{Name: "adopt_definition", SQL: adoptDefinition, Args: []any{version, definition, t.ID}}); err != nil {
			return err
		}
	}
	return nil
}

// counters reads how far the ids of tables and streams are given out.
func (b *backend) counters(c *conn) (map[string]int64, error) {
	used := map[string]int64{}
	st := sqlgen.Statement{Name: "read_counters", SQL: "SELECT name, seq FROM sqlite_sequence"}
	err := c.rows(&st, func(s *engine.Stmt) (bool, error) {
		used[s.ColumnText(0)] = s.ColumnInt64(1)
		return false, nil
	})
	return used, err
}

const wantCounter = "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)"

// goOn makes a copy that is now in the database's place known. Ids that were given out before are not given out again.
func (b *backend) goOn(c *conn, used map[string]int64) error {
	for table, seq := range used {
		for _, st := range []sqlgen.Statement{
			{Name: "want_counter", SQL: wantCounter, Args: []any{table}},
			{Name: "raise_counter", SQL: "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1", Args: []any{table, seq}},
		} {
			if err := c.run(&st); err != nil {
				return err
			}
		}
	}
	b.versions.clear()
	return b.readVersions(c)
}

// Places in the header of an SQLite file that say whether it has a write-ahead log (2) or not (1).
const (
	writeFormat = 18
	readFormat  = 19
	noLog       = 1
)

// loadMemory replaces a database in memory.
func (b *backend) loadMemory(from backends.Place, as backends.Identity) error {
	staged, err := b.db.connect(writing)
	if err != nil {
		return err
	}
	defer staged.close()
	if from.Name != "" {
		image, err := os.ReadFile(from.Name)
		if err != nil {
			return err
		}
		if len(image) > readFormat {
			image[writeFormat], image[readFormat] = noLog, noLog // there is no log in memory
		}
		if err := staged.db.Deserialize("main", image); err != nil {
			return err
		}
	}
	if err := b.adopt(staged, as); err != nil {
		return err
	}
	image, err := staged.db.Serialize("main")
	if err != nil {
		return err
	}
	return b.exec.pause(func(c *conn) error {
		used, err := b.counters(c)
		if err == nil {
			err = c.db.Deserialize("main", image)
		}
		if err != nil {
			return err
		}
		return b.goOn(c, used)
	})
}
