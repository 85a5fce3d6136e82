package main

import "testing"

func TestSnapshotsHoldEverything(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			if err := run(options{db: db, gigabytes: 0.003, itemBytes: 1500, clones: 3}); err != nil {
				t.Fatal(err)
			}
		})
	}
}
