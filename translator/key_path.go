package translator

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// wantScalarKeys refuses paths that lead into key attributes, of the table or of an index: they have nothing inside.
func wantScalarKeys(t *catalog.Table, paths []attr.Path) *apierr.Error {
	for _, p := range paths {
		if len(p) == 1 {
			continue
		}
		switch name := p[0].Name; {
		case t.IsKey(name):
			return notScalar("Key: " + name)
		case isIndexKey(t, name):
			return notScalar("IndexKey: " + name)
		}
	}
	return nil
}

func notScalar(key string) *apierr.Error {
	return apierr.Invalid("Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: " + key)
}

func isIndexKey(t *catalog.Table, name string) bool {
	for _, x := range t.SecondaryIndexes() {
		if x.IsKey(name) {
			return true
		}
	}
	return false
}
