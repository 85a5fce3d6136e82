// Package snapshots puts the data of namespaces aside, and goes back to it: of one, or of all of a server. A snapshot is a copy of each
// namespace's database, on a shelf: a folder of files, or schemas of the same Postgres database.
package snapshots

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Database is what there is one of for each namespace.
type Database interface {
	// SaveCopy and LoadCopy are those of backends.Copies.
	SaveCopy(ctx context.Context, to string) error
	LoadCopy(ctx context.Context, from backends.Place) error
}

// Databases are those of a server, by the names of their namespaces; the main one's is empty.
type Databases interface {
	// Names are those of the namespaces that there are, the main one first.
	Names(ctx context.Context) ([]string, error)
	// Database gives the one of a namespace, which stays open until leave is called, and is made if there is none. The error says that
	// it cannot be the name of one.
	Database(ctx context.Context, name string) (db Database, leave func(), err error)
	// Place is where a namespace's data is as long as its database is open, empty if nobody can copy from there.
	Place(name string) string
}

// Shelf is where copies are kept.
type Shelf interface {
	// List gives all snapshots by name.
	List(ctx context.Context) ([]Snapshot, error)
	// Begin makes room for a new one, and removes what is left of one of that name that was not ended.
	Begin(ctx context.Context, name string) error
	// Place is where the copy of that number is to be put, until End, or from where it can be taken, afterwards.
	Place(name string, number int, ended bool) string
	// End makes the snapshot one that List gives.
	End(ctx context.Context, s *Snapshot) error
	// Remove removes a snapshot, or what is there of it.
	Remove(ctx context.Context, name string) error
}

// Snapshot is what is known of one.
type Snapshot struct {
	Name      string
	CreatedAt time.Time
	// Namespaces are the ones that it has copies of, in the order of their numbers.
	Namespaces []string
	// Whole is set if these were all that there were.
	Whole bool
}

// Keeper makes, restores and removes snapshots, one after the other.
type Keeper struct {
	databases Databases
	shelf     Shelf
	turn      sync.Mutex
}

// New makes a Keeper.
func New(databases Databases, shelf Shelf) *Keeper {
	return &Keeper{databases: databases, shelf: shelf}
}

// maxName is how many characters the name of a snapshot has at most; nameForm keeps it such that files and schemas can have it.
const maxName = 40

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

func checkName(name string) error {
	if len(name) > maxName || !nameForm.MatchString(name) {
		return apierr.Invalid("The name of a snapshot is up to 40 small letters, digits and hyphens, a letter or digit first.")
	}
	return nil
}

// List gives all snapshots by name.
func (k *Keeper) List(ctx context.Context) ([]Snapshot, error) {
	k.turn.Lock()
	defer k.turn.Unlock()
	return k.shelf.List(ctx)
}

// find gives the snapshot of that name.
func (k *Keeper) find(ctx context.Context, name string) (*Snapshot, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	all, err := k.shelf.List(ctx)
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(all, func(s Snapshot) bool { return s.Name == name }); i >= 0 {
		return &all[i], nil
	}
	return nil, apierr.New(apierr.ResourceNotFound, "There is no snapshot "+name+".")
}

// Create puts a namespace aside, all of them if it is nil. Each copy is of one moment, and nobody waits for it.
func (k *Keeper) Create(ctx context.Context, name string, namespace *string) (*Snapshot, error) {
	k.turn.Lock()
	defer k.turn.Unlock()
	if _, err := k.find(ctx, name); err == nil {
		return nil, apierr.New(apierr.ResourceInUse, "There is a snapshot "+name+" already.")
	} else if !isNotFound(err) {
		return nil, err
	}
	if namespace != nil {
		if err := k.exists(ctx, *namespace); err != nil {
			return nil, err
		}
	}
	s := &Snapshot{Name: name, CreatedAt: time.Now().UTC().Truncate(time.Millisecond), Whole: namespace == nil}
	var err error
	if s.Namespaces, err = k.names(ctx, namespace); err != nil {
		return nil, err
	}
	if err := k.shelf.Begin(ctx, name); err != nil {
		return nil, err
	}
	if err := k.save(ctx, s); err != nil {
		return nil, errors.Join(err, k.shelf.Remove(context.WithoutCancel(ctx), name))
	}
	return s, nil
}

func (k *Keeper) save(ctx context.Context, s *Snapshot) error {
	for number, name := range s.Namespaces {
		err := k.with(ctx, name, func(db Database) error { return db.SaveCopy(ctx, k.shelf.Place(s.Name, number, false)) })
		if err != nil {
			return err
		}
	}
	return k.shelf.End(ctx, s)
}

// exists refuses the name of a namespace that is not there: what is to be copied is not to be made by a slip of the pen.
func (k *Keeper) exists(ctx context.Context, name string) error {
	names, err := k.databases.Names(ctx)
	if err == nil && !slices.Contains(names, name) {
		err = apierr.New(apierr.ResourceNotFound, "There is no namespace "+name+".")
	}
	return err
}

// names are the one, or all.
func (k *Keeper) names(ctx context.Context, namespace *string) ([]string, error) {
	if namespace != nil {
		return []string{*namespace}, nil
	}
	return k.databases.Names(ctx)
}

// with does something with a namespace's database.
func (k *Keeper) with(ctx context.Context, namespace string, do func(db Database) error) error {
	db, leave, err := k.databases.Database(ctx, namespace)
	if err != nil {
		return apierr.Invalid(err.Error())
	}
	defer leave()
	if err := do(db); err != nil {
		return fmt.Errorf("namespace %q: %w", namespace, err)
	}
	return nil
}

func isNotFound(err error) bool {
	var refusal *apierr.Error
	return errors.As(err, &refusal) && refusal.Code == apierr.ResourceNotFound
}

// Delete removes a snapshot.
func (k *Keeper) Delete(ctx context.Context, name string) error {
	k.turn.Lock()
	defer k.turn.Unlock()
	if _, err := k.find(ctx, name); err != nil {
		return err
	}
	return k.shelf.Remove(ctx, name)
}
