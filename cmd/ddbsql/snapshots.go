package main

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/ddbsql/ddbsql/internal/namespaces"
	"github.com/ddbsql/ddbsql/internal/snapshots"
)

// newShelf is where snapshots are kept: schemas where the database has some, else a folder.
func (t *tenants) newShelf() snapshots.Shelf {
	c := &t.app.config
	if schemas := t.database.Schemas(); schemas != nil {
		return &snapshots.Schemas{Database: schemas}
	}
	folder := c.namespaces.snapshots
	if folder == "" && !inMemory(c.db) {
		folder = strings.TrimPrefix(c.db, "sqlite:") + "-snapshots"
	}
	return &snapshots.Folder{Path: folder}
}

func (t *tenants) keeper() *snapshots.Keeper { return snapshots.New(t, t.shelf) }

// Names are those of all namespaces, the main one's empty name first.
func (t *tenants) Names(ctx context.Context) ([]string, error) {
	c := &t.app.config
	names := []string{""}
	if !c.namespaces.on() {
		return names, nil
	}
	if inMemory(c.db) {
		return append(names, t.pool.Open()...), nil
	}
	slugs, err := t.slugs(ctx)
	for _, slug := range slugs {
		name, none := namespaces.Unslug(slug)
		if none != nil {
			continue // something else
		}
		if n, none := t.rule.Named(name); none == nil && n.Name == name {
			names = append(names, name)
		}
	}
	return names, err
}

// slugs are the names of the files or schemas of namespaces, without what they have in common.
func (t *tenants) slugs(ctx context.Context) (slugs []string, err error) {
	if schemas := t.database.Schemas(); schemas != nil {
		found, err := schemas.ListSchemas(ctx, namespaces.SchemaPrefix)
		for _, s := range found {
			slugs = append(slugs, strings.TrimPrefix(s.Name, namespaces.SchemaPrefix))
		}
		return slugs, err
	}
	entries, err := os.ReadDir(t.app.config.namespaceFolder())
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		if slug, ok := strings.CutSuffix(e.Name(), namespaces.FileSuffix); ok {
			slugs = append(slugs, slug)
		}
	}
	return slugs, err
}

// Database opens the database of a namespace.
func (t *tenants) Database(ctx context.Context, name string) (snapshots.Database, func(), error) {
	n, err := t.rule.Named(name)
	switch {
	case err != nil:
		return nil, nil, err
	case n.Name == "":
		return t.database, func() {}, nil
	}
	db, leave, err := t.pool.Enter(ctx, n.Name)
	if err != nil {
		return nil, nil, err
	}
	return db, leave, nil
}

// Place is a namespace's schema. Files in use cannot be copied from, and the main database's schema has no name of ours.
func (t *tenants) Place(name string) string {
	if n, err := t.rule.Named(name); err == nil && n.Name != "" && t.database.Schemas() != nil {
		return n.Schema()
	}
	return ""
}
