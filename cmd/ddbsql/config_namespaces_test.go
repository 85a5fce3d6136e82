package main

import (
	"strings"
	"testing"
)

func TestNamespaceSettingsThatAreNone(t *testing.T) {
	for name, c := range map[string]struct {
		config namespacesConfig
		err    string
	}{
		"a mode nobody knows":             {namespacesConfig{mode: "table"}, "must be off or access-key or account-region"},
		"fewer open namespaces than none": {namespacesConfig{mode: "off", open: -1}, "must not be negative"},
	} {
		if err := c.config.check(); err == nil || !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %v, want %q", name, err, c.err)
		}
	}
}

// The connections of all that is open are within --db-connections, and those of namespaces are enough for each.
func TestConnectionsOfNamespaces(t *testing.T) {
	for _, c := range []struct {
		name, db     string
		budget, open int
		most, main   int
	}{
		{"no limit", "postgres://h/d", 0, 0, mostFiles, 0},
		{"a small limit", "postgres://h/d", 12, 0, 2, 4},
		{"a large limit", "postgres://h/d", 100, 0, mostFiles, 36},
		{"few open ones by wish", "postgres://h/d", 100, 2, 2, 92},
		{"no limit on SQLite", "sqlite:file", 12, 0, mostFiles, 0},
		{"in memory", "sqlite::memory:", 0, 0, mostInMemory, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			cfg := config{db: c.db, postgres: postgresConfig{connections: c.budget}, namespaces: namespacesConfig{open: c.open}}
			if most, main := cfg.mostNamespaces(), cfg.mainConnections(); most != c.most || main != c.main {
				t.Errorf("%d open, %d connections for the main database", most, main)
			}
		})
	}
}
