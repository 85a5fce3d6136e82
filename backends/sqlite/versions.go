package sqlite

import (
	"maps"
	"sync"
	"sync/atomic"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// versions are the current versions of all tables by id. The executor alone changes them, right after the commit that did,
// so that within it they are exact; everyone may read them.
type versions struct {
	mu      sync.Mutex // of writers
	current atomic.Pointer[map[int64]int64]
}

// known says whether the definition is the table's current one.
func (v *versions) known(t *catalog.Table) bool {
	m := v.current.Load()
	if m == nil {
		return false
	}
	version, ok := (*m)[t.ID]
	return ok && version == t.Version
}

func (v *versions) set(id, version int64) {
	v.change(func(m map[int64]int64) { m[id] = version })
}

func (v *versions) remove(id int64) {
	v.change(func(m map[int64]int64) { delete(m, id) })
}

func (v *versions) clear() { v.change(func(m map[int64]int64) { clear(m) }) }

func (v *versions) change(f func(map[int64]int64)) {
	v.mu.Lock()
	defer v.mu.Unlock()
	m := map[int64]int64{}
	if old := v.current.Load(); old != nil {
		m = maps.Clone(*old)
	}
	f(m)
	v.current.Store(&m)
}
