package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// trial is one server with a large namespace.
type trial struct {
	options
	kind, url string
	items     int
}

// object is a JSON object.
type object = map[string]any

const (
	large = "LARGE"
	small = "SMALL"
	clone = "CLONE"
)

func (t *trial) run() error {
	ctx := context.Background()
	t.items = int(t.gigabytes * 1e9 / float64(t.itemBytes))
	c := newClient(t.url, large)
	if err := c.createTable(ctx); err != nil {
		return err
	}
	start := time.Now()
	if err := c.fill(ctx, t.items, t.itemBytes); err != nil {
		return err
	}
	fmt.Printf("%s: %d items of %d bytes, %.2f GB, put in %.0f s\n", t.kind, t.items, t.itemBytes, t.gigabytes, time.Since(start).Seconds())
	for _, step := range []func(context.Context, client) error{t.snapshot, t.clone, t.restore, t.smallClones, t.reset} {
		if err := step(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// timed does an act while pairs are written, and prints how both went.
func (t *trial) timed(ctx context.Context, c client, what, act string, in object) error {
	w := c.writePairs(ctx)
	took, err := administer(t.url, act, in)
	beside, failure := w.stop()
	if err != nil {
		return err
	}
	if failure != nil {
		return failure
	}
	fmt.Printf("%s: %s in %.3f s (%s)\n", t.kind, what, took/1000, beside)
	return nil
}

func (t *trial) snapshot(ctx context.Context, c client) error {
	if err := (&writer{client: c}).write(ctx, 0); err != nil {
		return err
	}
	return t.timed(ctx, c, "snapshot", "snapshots/create", object{"Name": "base", "Namespace": large})
}

func (t *trial) clone(ctx context.Context, c client) error {
	if err := t.timed(ctx, c, "clone", "snapshots/clone", object{"From": large, "To": clone}); err != nil {
		return err
	}
	return t.whole(ctx, newClient(t.url, clone), "the clone")
}

// restore goes back to the snapshot, from which something was put and deleted.
func (t *trial) restore(ctx context.Context, c client) error {
	if err := c.putBatch(ctx, t.items, t.items+batchSize, t.itemBytes); err != nil {
		return err
	}
	if err := t.timed(ctx, c, "restore", "snapshots/restore", object{"Name": "base", "Namespace": large}); err != nil {
		return err
	}
	return t.whole(ctx, c, "what was restored")
}

// whole is an error unless a namespace has all items, and the pair.
func (t *trial) whole(ctx context.Context, c client, what string) error {
	n, err := c.count(ctx)
	if err != nil {
		return err
	}
	if want := t.items + 2; n != want {
		return fmt.Errorf("%s has %d items, want %d", what, n, want)
	}
	return c.same(ctx)
}

// smallClones is what tests do: each has a clone of a namespace that was prepared.
func (t *trial) smallClones(ctx context.Context, _ client) error {
	prepared := newClient(t.url, small)
	if err := prepared.createTable(ctx); err != nil {
		return err
	}
	const items = 100
	if err := prepared.fill(ctx, items, t.itemBytes); err != nil {
		return err
	}
	start := time.Now()
	for n := range t.clones {
		name := fmt.Sprintf("TEST-%d", n)
		if _, err := administer(t.url, "snapshots/clone", object{"From": small, "To": name}); err != nil {
			return err
		}
		if got, err := newClient(t.url, name).count(ctx); err != nil || got != items {
			return fmt.Errorf("clone %s has %d items: %w", name, got, err)
		}
	}
	fmt.Printf("%s: %d clones of a namespace of %d items, each in %.1f ms with a look at all its items\n",
		t.kind, t.clones, items, float64(time.Since(start).Microseconds())/1000/float64(t.clones))
	return nil
}

func (t *trial) reset(ctx context.Context, c client) error {
	took, err := administer(t.url, "snapshots/reset", object{"Namespace": large})
	if err != nil {
		return err
	}
	if _, err := c.count(ctx); err == nil {
		return errors.New("after a reset the table is there")
	}
	deleted, err := administer(t.url, "snapshots/delete", object{"Name": "base"})
	fmt.Printf("%s: reset in %.3f s, the snapshot deleted in %.3f s\n", t.kind, took/1000, deleted/1000)
	return err
}
