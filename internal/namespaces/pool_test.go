package namespaces_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/namespaces"
)

// fakeDatabase notes what happens to it.
type fakeDatabase struct {
	name   string
	keep   bool // it is not disposable
	closed atomic.Bool
	stage  *stage
}

func (f *fakeDatabase) Do(context.Context, string, []byte, []byte) ([]byte, *apierr.Error) {
	return nil, nil
}
func (f *fakeDatabase) Ping(context.Context) error { return f.stage.ping }
func (f *fakeDatabase) Close() error {
	f.closed.Store(true)
	f.stage.note("close " + f.name)
	return nil
}
func (f *fakeDatabase) Disposable(context.Context) (bool, error) { return !f.keep, nil }

// stage makes databases. Those whose names begin with "keep" are not disposable, "broken" cannot be opened.
type stage struct {
	mu    sync.Mutex
	acts  []string
	ping  error
	found *namespaces.Pool[*fakeDatabase]
}

func newStage(most int) *stage {
	s := &stage{}
	s.found = namespaces.NewPool(most, func(_ context.Context, name string) (*fakeDatabase, error) {
		if name == "broken" {
			return nil, errors.New("no")
		}
		if name == "bug" {
			panic("while it is opened")
		}
		s.note("open " + name)
		return &fakeDatabase{name: name, keep: strings.HasPrefix(name, "keep"), stage: s}, nil
	})
	return s
}

func (s *stage) note(act string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.acts = append(s.acts, act)
}

// visit enters databases and leaves them; with a "+" before its name it stays in one.
func (s *stage) visit(names ...string) error {
	for _, name := range names {
		name, stay := strings.CutPrefix(name, "+")
		_, leave, err := s.found.Enter(context.Background(), name)
		if err != nil {
			return err
		}
		if !stay {
			leave()
		}
	}
	return nil
}

func TestPool(t *testing.T) {
	for _, c := range []struct {
		name   string
		visits []string
		acts   []string
		err    string
	}{
		{"each is opened once", []string{"a", "b", "a", "b"}, []string{"open a", "open b"}, ""},
		{"the longest unused makes room", []string{"a", "b", "a", "c"}, []string{"open a", "open b", "close b", "open c"}, ""},
		{"one that made room is opened again", []string{"a", "b", "c", "a"}, []string{"open a", "open b", "close a", "open c", "close b", "open a"}, ""},
		{"one in use makes no room", []string{"+a", "b", "c"}, []string{"open a", "open b", "close b", "open c"}, ""},
		{"one that would be missed makes no room", []string{"keep1", "b", "c"}, []string{"open keep1", "open b", "close b", "open c"}, ""},
		{"none can make room", []string{"+a", "keep1", "c"}, []string{"open a", "open keep1"}, "2 databases"},
		{"one that cannot be opened leaves no trace", []string{"a", "broken"}, []string{"open a"}, "open database broken: no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(2)
			err := s.visit(c.visits...)
			if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Errorf("error %v, want %q", err, c.err)
			}
			if !slices.Equal(s.acts, c.acts) {
				t.Errorf("got  %q\nwant %q", s.acts, c.acts)
			}
		})
	}
}

func TestAPanicWhileADatabaseIsOpenedLeavesNoTrace(t *testing.T) {
	s := newStage(2)
	for range 2 { // the second caller would wait for the first, or find a database that is none
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			_ = s.visit("bug")
		}()
	}
	if s.found.IsOpen("bug") {
		t.Error("it counts as open")
	}
}

func TestPoolCloses(t *testing.T) {
	s := newStage(2)
	if err := s.visit("a", "keep1"); err != nil {
		t.Fatal(err)
	}
	s.ping = errors.New("gone")
	if err := s.found.Ping(context.Background()); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("ping: %v", err)
	}
	if err := s.found.Close(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(s.acts)
	if want := []string{"close a", "close keep1", "open a", "open keep1"}; !slices.Equal(s.acts, want) {
		t.Errorf("got %q", s.acts)
	}
	if err := s.visit("a"); err == nil {
		t.Error("a database was opened after the end")
	}
}

// Many callers with few places: nobody finds a closed database.
func TestDatabasesAreOpenWhileTheyAreUsed(t *testing.T) {
	const callers, rounds, names, places = 8, 500, 16, 10
	s := newStage(places)
	var all sync.WaitGroup
	for caller := range callers {
		all.Go(func() {
			for round := range rounds {
				db, leave, err := s.found.Enter(context.Background(), fmt.Sprintf("d%d", (caller*7+round*3)%names))
				if err != nil {
					t.Error(err)
					return
				}
				if db.closed.Load() {
					t.Error("entered a closed database")
				}
				leave()
			}
		})
	}
	all.Wait()
}
