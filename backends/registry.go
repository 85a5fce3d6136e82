package backends

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Opener opens a backend by the URL whose scheme it is registered for.
type Opener func(ctx context.Context, url string, opts Options) (Backend, error)

var registry = struct {
	sync.RWMutex
	openers map[string]Opener
}{openers: map[string]Opener{}}

// Register makes a backend known for a URL scheme. Backends call it when their package is initialised.
func Register(scheme string, open Opener) {
	registry.Lock()
	defer registry.Unlock()
	if _, twice := registry.openers[scheme]; twice {
		panic("backends: scheme " + scheme + " registered twice")
	}
	registry.openers[scheme] = open
}

// Open opens the database of a URL (sqlite:PATH, postgres://...) by its scheme, and holds it to the Backend contract.
func Open(ctx context.Context, url string, opts Options) (Backend, error) {
	scheme, _, found := strings.Cut(url, ":")
	registry.RLock()
	open := registry.openers[scheme]
	registry.RUnlock()
	if !found || open == nil {
		return nil, fmt.Errorf("no database of kind %q: known are %s", scheme, strings.Join(schemes(), ", "))
	}
	b, err := open(ctx, url, opts)
	if err != nil {
		return nil, err
	}
	return Contract(b), nil
}

func schemes() []string {
	registry.RLock()
	defer registry.RUnlock()
	names := make([]string, 0, len(registry.openers))
	for s := range registry.openers {
		names = append(names, s)
	}
	slices.Sort(names)
	return names
}
