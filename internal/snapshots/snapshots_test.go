package snapshots

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
)

// world is a server's databases, each of which holds a text. Copies are files that hold the text, or schemas of a map.
type world struct {
	texts   map[string]string
	schemas map[string]*backends.NamedSchema // nil if copies are files
	copies  map[string]string                // texts of schemas
	fails   string                           // the namespace whose copies fail
}

func (w *world) Names(context.Context) ([]string, error) {
	return slices.Sorted(maps.Keys(w.texts)), nil
}

func (w *world) Database(_ context.Context, name string) (Database, func(), error) {
	if name == "none" {
		return nil, nil, errors.New("that is no name")
	}
	return &text{w, name}, func() {}, nil
}

func (w *world) Place(name string) string {
	if w.schemas == nil || name == "" {
		return ""
	}
	return "of " + name
}

// text is the database of a namespace.
type text struct {
	*world
	name string
}

func (x *text) SaveCopy(_ context.Context, to string) error {
	switch {
	case x.fails == x.name:
		return errors.New("no room")
	case x.schemas == nil:
		return os.WriteFile(to, []byte(x.texts[x.name]), 0o600)
	}
	x.schemas[to], x.copies[to] = &backends.NamedSchema{Name: to}, x.texts[x.name]
	return nil
}

func (x *text) LoadCopy(_ context.Context, from backends.Place) error {
	switch {
	case from.Name == "":
		x.texts[x.name] = ""
	case from.InUse:
		x.texts[x.name] = x.texts[strings.TrimPrefix(from.Name, "of ")]
	case x.schemas == nil:
		read, err := os.ReadFile(from.Name)
		x.texts[x.name] = string(read)
		return err
	default:
		x.texts[x.name] = x.copies[from.Name]
	}
	return nil
}

func (w *world) ListSchemas(_ context.Context, prefix string) (found []backends.NamedSchema, err error) {
	for _, name := range slices.Sorted(maps.Keys(w.schemas)) {
		if strings.HasPrefix(name, prefix) {
			found = append(found, *w.schemas[name])
		}
	}
	return found, nil
}

func (w *world) NoteSchema(_ context.Context, name, note string) error {
	w.schemas[name].Note = note
	return nil
}

func (w *world) DropSchema(_ context.Context, name string) error {
	delete(w.schemas, name)
	return nil
}

func (w *world) HasTable(context.Context, string, string) (bool, error) { return false, nil }

// act is something done to a keeper; want is the state afterwards, as "name=text ..." of all namespaces.
type act struct {
	do   func(ctx context.Context, k *Keeper) error
	want string
	err  string
}

func create(name string, in ...string) func(context.Context, *Keeper) error {
	return func(ctx context.Context, k *Keeper) error {
		_, err := k.Create(ctx, name, one(in))
		return err
	}
}

func restore(name string, in ...string) func(context.Context, *Keeper) error {
	return func(ctx context.Context, k *Keeper) error {
		_, err := k.Restore(ctx, name, one(in))
		return err
	}
}

func one(names []string) *string {
	if len(names) == 0 {
		return nil
	}
	return &names[0]
}

// then does something else after an act.
func then(acts ...func(context.Context, *Keeper) error) func(context.Context, *Keeper) error {
	return func(ctx context.Context, k *Keeper) error {
		for _, do := range acts {
			if err := do(ctx, k); err != nil {
				return err
			}
		}
		return nil
	}
}

func write(name, content string) func(context.Context, *Keeper) error {
	return func(_ context.Context, k *Keeper) error {
		k.databases.(*world).texts[name] = content
		return nil
	}
}

func reset(in ...string) func(context.Context, *Keeper) error {
	return func(ctx context.Context, k *Keeper) error { return k.Reset(ctx, one(in)) }
}

func clone(from, to string) func(context.Context, *Keeper) error {
	return func(ctx context.Context, k *Keeper) error { return k.Clone(ctx, from, to) }
}

func remove(name string) func(context.Context, *Keeper) error {
	return func(ctx context.Context, k *Keeper) error { return k.Delete(ctx, name) }
}

var acts = map[string]act{
	"all come back, and later ones are emptied": {then(create("s"), write("a", "2"), write("c", "3"), restore("s")), "=0 a=1 b=1 c=", ""},
	"one comes back":                               {then(create("s"), write("a", "2"), write("b", "2"), restore("s", "a")), "=0 a=1 b=2", ""},
	"the main one comes back":                      {then(create("s", ""), write("", "2"), restore("s")), "=0 a=1 b=1", ""},
	"a snapshot of one goes to another":            {then(create("s", "a"), write("a", "2"), restore("s", "c")), "=0 a=2 b=1 c=1", ""},
	"a snapshot of one leaves the others alone":    {then(create("s", "a"), write("b", "2"), restore("s")), "=0 a=1 b=2", ""},
	"a snapshot of several has none for a new one": {then(create("s"), restore("s", "c")), "", "none of c"},
	"a clone":                           {then(write("a", "2"), clone("a", "c")), "=0 a=2 b=1 c=2", ""},
	"a clone of the main one":           {clone("", "a"), "=0 a=0 b=1", ""},
	"a clone of what is not there":      {clone("c", "a"), "", "no namespace c"},
	"a snapshot of what is not there":   {create("s", "c"), "", "no namespace c"},
	"a clone to itself":                 {clone("a", "a"), "", "itself"},
	"a clone to what is no name":        {clone("a", "none"), "", "no name"},
	"all are emptied":                   {reset(), "= a= b=", ""},
	"one is emptied":                    {reset("a"), "=0 a= b=1", ""},
	"a name that is taken":              {then(create("s"), create("s")), "", "already"},
	"a name that leads elsewhere":       {create("../s"), "", "small letters"},
	"a name with a capital":             {create("S"), "", "small letters"},
	"no name":                           {create(""), "", "small letters"},
	"one that is not there":             {restore("s"), "", "no snapshot s"},
	"one that is deleted":               {then(create("s"), remove("s"), restore("s")), "", "no snapshot s"},
	"the deletion of none":              {remove("s"), "", "no snapshot s"},
	"a name can be used again":          {then(create("s"), remove("s"), write("a", "2"), create("s"), write("a", "3"), restore("s")), "=0 a=2 b=1", ""},
	"the deletion of one with a prefix": {then(create("s"), create("s-0"), remove("s"), write("a", "2"), restore("s-0")), "=0 a=1 b=1", ""},
}

func TestSnapshots(t *testing.T) {
	for shelf, newKeeper := range map[string]func(t *testing.T, w *world) *Keeper{
		"files": func(t *testing.T, w *world) *Keeper {
			return New(w, &Folder{Path: filepath.Join(t.TempDir(), "snapshots")})
		},
		"schemas": func(_ *testing.T, w *world) *Keeper {
			w.schemas, w.copies = map[string]*backends.NamedSchema{}, map[string]string{}
			return New(w, &Schemas{Database: w})
		},
	} {
		for name, a := range acts {
			t.Run(shelf+": "+name, func(t *testing.T) {
				w := &world{texts: map[string]string{"": "0", "a": "1", "b": "1"}, fails: "nobody"}
				err := a.do(context.Background(), newKeeper(t, w))
				if a.err != "" {
					if err == nil || !strings.Contains(err.Error(), a.err) {
						t.Errorf("error %v, want %q", err, a.err)
					}
					return
				}
				if err != nil || w.state() != a.want {
					t.Errorf("now %s (%v), want %s", w.state(), err, a.want)
				}
			})
		}
	}
}

// state is what all namespaces hold.
func (w *world) state() string {
	var all []string
	for name, content := range w.texts {
		all = append(all, name+"="+content)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

func TestASnapshotThatFailedIsNone(t *testing.T) {
	ctx, w := context.Background(), &world{texts: map[string]string{"a": "1", "b": "1"}, fails: "b"}
	folder := t.TempDir()
	k := New(w, &Folder{Path: folder})
	if err := create("s")(ctx, k); err == nil {
		t.Error("it did not fail")
	}
	all, err := k.List(ctx)
	left, _ := os.ReadDir(folder)
	if err != nil || len(all) > 0 || len(left) > 0 {
		t.Errorf("there are %v (%v), in the folder %v", all, err, left)
	}
	w.fails = "nobody"
	if err := create("s")(ctx, k); err != nil {
		t.Error(err)
	}
}

// What a process left that died, and what others keep in the folder, is no snapshot, and in nobody's way.
func TestFolderWithOtherThings(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	for _, name := range []string{"s.partial", "photos", "UPPER"} {
		if err := os.MkdirAll(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name, "0.db"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	k := New(&world{texts: map[string]string{"": "0"}, fails: "nobody"}, &Folder{Path: folder})
	if err := create("s")(ctx, k); err != nil {
		t.Fatal(err)
	}
	all, err := k.List(ctx)
	if err != nil || len(all) != 1 || all[0].Name != "s" {
		t.Errorf("there are %v, %v", all, err)
	}
}

func TestATemporaryFolderGoesWithTheServer(t *testing.T) {
	ctx, f := context.Background(), &Folder{}
	k := New(&world{texts: map[string]string{"": "0"}, fails: "nobody"}, f)
	if err := create("s")(ctx, k); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(f.Path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
}
