package sqlite

import (
	"fmt"
	"slices"
	"testing"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// keysArgument is the argument that GetItems gives for keys of these sort keys; the n-th token consists of bytes n.
func keysArgument(sorts ...string) []byte {
	b := sqlgen.New(sqlgen.SQLite())
	var reads []plan.Read
	for i, sort := range sorts {
		var token attr.Token
		for j := range token {
			token[j] = byte(i)
		}
		reads = append(reads, plan.Read{Table: &catalog.Table{ID: 1}, Key: catalog.Key{Token: token, Sort: []byte(sort)}})
	}
	return b.GetItems(reads).Args[0].([]byte)
}

func TestKeysOfAListAreRows(t *testing.T) {
	b := openMemory(t).(*backend)
	defer b.Close()
	two := keysArgument("a", "bb")
	cases := []struct {
		name string
		keys []byte
		want []string
	}{
		{"in their order, from 1", two, []string{"1 00 a", "2 01 bb"}},
		{"a key without a sort key", keysArgument("", "x"), []string{"1 00 ", "2 01 x"}},
		{"a sort key of more than 255 bytes", keysArgument(fmt.Sprintf("%0300d", 7)), []string{"1 00 " + fmt.Sprintf("%0300d", 7)}},
		{"no key", []byte{}, nil},
		{"a sort key that is cut off ends the list", two[:len(two)-1], []string{"1 00 a"}},
		{"so does half a token", two[:30], []string{"1 00 a"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := rowsOfKeys(t, b, c.keys); !slices.Equal(got, c.want) {
				t.Errorf("rows %q, want %q", got, c.want)
			}
		})
	}
}

func rowsOfKeys(t *testing.T, b *backend, keys []byte) (rows []string) {
	t.Helper()
	st := sqlgen.Statement{Name: "keys", SQL: "SELECT n, token, sk, rowid FROM ddb_keys(?1)", Args: []any{keys}}
	err := b.exec.read(t.Context(), "keys", func(c *conn) error {
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			n, token := s.ColumnInt(0), columnBytes(s, 1)
			if n != s.ColumnInt(3) || len(token) != len(attr.Token{}) {
				t.Errorf("place %d is rowid %d, the token has %d bytes", n, s.ColumnInt(3), len(token))
			}
			rows = append(rows, fmt.Sprintf("%d %02x %s", n, token[0], columnBytes(s, 2)))
			return false, nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestKeysAreAskedForByAList(t *testing.T) {
	b := openMemory(t).(*backend)
	defer b.Close()
	st := sqlgen.Statement{Name: "keys", SQL: "SELECT n FROM ddb_keys"}
	if err := b.exec.read(t.Context(), "keys", func(c *conn) error { return c.run(&st) }); err == nil {
		t.Error("a table of keys without a list")
	}
}
