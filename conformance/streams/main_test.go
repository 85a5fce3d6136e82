package main

import "testing"

func TestAStreamTellsEveryChangeOnce(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			o := options{db: db, servers: 2, writers: 8, writes: 4000, items: 300, shards: 4, splits: 4}
			if err := run(o); err != nil {
				t.Fatal(err)
			}
		})
	}
}
