package sqlgen

import (
	"sync"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// maxTexts bounds the remembered texts; beyond it they are forgotten and built again.
const maxTexts = 4096

// texts remembers statement texts: those of a table that hold no predicate, by table version, and all others by
// themselves, so that a text is one string wherever it is used.
type texts struct {
	mu       sync.RWMutex
	tables   map[int64]*tableTexts
	interned map[string]string
	many     map[string]*Many
}

// intern gives the string of a text, without a copy when it is known.
func (x *texts) intern(text []byte) string {
	x.mu.RLock()
	s, ok := x.interned[string(text)]
	x.mu.RUnlock()
	if ok {
		return s
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.interned == nil || len(x.interned) >= maxTexts {
		x.interned = map[string]string{}
	}
	s = string(text)
	x.interned[s] = s
	return s
}

// of gives the texts of a table's version.
func (g *Generator) of(t *catalog.Table) *tableTexts {
	x := &g.texts
	x.mu.RLock()
	tt := x.tables[t.ID]
	x.mu.RUnlock()
	if tt != nil && tt.version == t.Version {
		return tt
	}
	tt = newTableTexts(g.d, t)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.tables == nil || len(x.tables) >= maxTexts {
		x.tables = map[int64]*tableTexts{}
	}
	x.tables[t.ID] = tt
	return tt
}
