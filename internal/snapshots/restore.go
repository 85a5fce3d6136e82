package snapshots

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Restore goes back to a snapshot: with all namespaces that it has, and those that came later are emptied if it was of all; or with one
// namespace, which may be another than the one of which the snapshot was made. Each namespace gets all of it or, after an error, none.
func (k *Keeper) Restore(ctx context.Context, name string, namespace *string) (*Snapshot, error) {
	k.turn.Lock()
	defer k.turn.Unlock()
	s, err := k.find(ctx, name)
	if err != nil {
		return nil, err
	}
	if namespace != nil {
		number, refusal := s.numberFor(*namespace)
		if refusal != nil {
			return nil, refusal
		}
		return s, k.load(ctx, *namespace, backends.Place{Name: k.shelf.Place(name, number, true)})
	}
	for number, in := range s.Namespaces {
		if err := k.load(ctx, in, backends.Place{Name: k.shelf.Place(name, number, true)}); err != nil {
			return nil, err
		}
	}
	if !s.Whole {
		return s, nil
	}
	names, err := k.databases.Names(ctx)
	if err != nil {
		return nil, err
	}
	for _, later := range names {
		if slices.Contains(s.Namespaces, later) {
			continue
		}
		if err := k.load(ctx, later, backends.Place{}); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// numberFor is the number of the copy that a namespace gets: its own, or the only one.
func (s *Snapshot) numberFor(namespace string) (int, *apierr.Error) {
	if i := slices.Index(s.Namespaces, namespace); i >= 0 {
		return i, nil
	}
	if len(s.Namespaces) == 1 {
		return 0, nil
	}
	return 0, apierr.New(apierr.ResourceNotFound, "The snapshot "+s.Name+" has copies of several namespaces, and none of "+namespace+".")
}

func (k *Keeper) load(ctx context.Context, namespace string, from backends.Place) error {
	return k.with(ctx, namespace, func(db Database) error { return db.LoadCopy(ctx, from) })
}

// Reset empties a namespace, all of them if it is nil.
func (k *Keeper) Reset(ctx context.Context, namespace *string) error {
	k.turn.Lock()
	defer k.turn.Unlock()
	names, err := k.names(ctx, namespace)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := k.load(ctx, name, backends.Place{}); err != nil {
			return err
		}
	}
	return nil
}

// cloning is the name of the snapshot through which namespaces are cloned where they cannot be copied directly. No other has such a one.
const cloning = "-cloning"

// Clone makes a namespace what another one is at this moment. What it held before is gone.
func (k *Keeper) Clone(ctx context.Context, from, to string) error {
	k.turn.Lock()
	defer k.turn.Unlock()
	if from == to {
		return apierr.Invalid("A namespace cannot be cloned to itself.")
	}
	if err := k.exists(ctx, from); err != nil {
		return err
	}
	return k.with(ctx, from, func(source Database) error {
		if place := k.databases.Place(from); place != "" {
			return k.load(ctx, to, backends.Place{Name: place, InUse: true})
		}
		if err := k.shelf.Begin(ctx, cloning); err != nil {
			return err
		}
		defer k.shelf.Remove(context.WithoutCancel(ctx), cloning) //nolint:errcheck // the next clone removes it
		place := k.shelf.Place(cloning, 0, false)
		if err := source.SaveCopy(ctx, place); err != nil {
			return err
		}
		return k.load(ctx, to, backends.Place{Name: place})
	})
}
