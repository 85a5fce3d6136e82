package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
)

// openFunctions opens a connection that has the functions.
func openFunctions(t *testing.T) *engine.Conn {
	t.Helper()
	db, err := openConn(filepath.Join(t.TempDir(), "functions.db"), engine.OpenReadWrite|engine.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// ask gives the result of an expression over the item ?1 as text, "" for NULL.
func ask(t *testing.T, db *engine.Conn, expression string) (string, error) {
	t.Helper()
	item, err := jsonb.Append(nil, []byte(`{"s":{"S":"text"},"e":{"S":"a\"b"},"n":{"N":"10"},"b":{"B":"AQI="},"l":{"L":[{"BOOL":true},{"NS":["1","2"]}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	st, err := db.Prepare("SELECT hex(" + expression + ")")
	if err != nil {
		t.Fatal(err)
	}
	defer st.Reset()
	st.BindBytes(1, item)
	if _, err := st.Step(); err != nil {
		return "", err
	}
	return st.ColumnText(0), nil
}

func TestFunctionsReadTheValueAtAPath(t *testing.T) {
	db := openFunctions(t)
	defer db.Close()
	const yes, no, null = "31", "30", ""
	cases := []struct{ name, expression, want string }{
		{"a string equals itself", `ddb_equal(?1, '["s"]', jsonb('{"S":"text"}'))`, yes},
		{"a string with an escape equals itself", `ddb_equal(?1, '["e"]', jsonb('{"S":"a\"b"}'))`, yes},
		{"a string does not equal a binary", `ddb_equal(?1, '["s"]', jsonb('{"B":"text"}'))`, no},
		{"one of several values equals", `ddb_equal(?1, '["n"]', jsonb('{"N":"1"}'), jsonb('{"N":"10"}'))`, yes},
		{"a set in a list equals", `ddb_equal(?1, '["l",1]', jsonb('{"NS":["1","2"]}'))`, yes},
		{"true is not false", `ddb_equal(?1, '["l",0]', jsonb('{"BOOL":false}'))`, no},
		{"what is missing equals nothing", `ddb_equal(?1, '["x"]', jsonb('{"S":"text"}'))`, no},
		{"a number is less than a greater one", `ddb_compare(?1, '["n"]', ddb_key(jsonb('{"N":"11"}'), '[]')) < 0`, yes},
		{"a number is greater than a less one", `ddb_compare(?1, '["n"]', ddb_key(jsonb('{"N":"9"}'), '[]')) > 0`, yes},
		{"a string has no order with a number", `ddb_compare(?1, '["s"]', ddb_key(jsonb('{"N":"11"}'), '[]'))`, null},
		{"what is missing has no order", `ddb_compare(?1, '["x"]', ddb_key(jsonb('{"N":"11"}'), '[]'))`, null},
		{"a list has no order", `ddb_compare(?1, '["l"]', ddb_key(?1, '["l"]'))`, null},
		{"bounds are inside", `ddb_between(?1, '["b"]', ddb_key(?1, '["b"]'), ddb_key(?1, '["b"]'))`, yes},
		{"a value exists", `ddb_exists(?1, '["l",0]')`, yes},
		{"a value beyond the end does not", `ddb_exists(?1, '["l",2]')`, no},
		{"a type is told", `ddb_is(?1, '["l",1]', 'NS')`, yes},
	}
	for _, c := range cases {
		if got, err := ask(t, db, c.expression); err != nil || got != c.want {
			t.Errorf("%s: %s gave %q, %v", c.name, c.expression, got, err)
		}
	}
}

func TestAPathThatIsNoneIsAnError(t *testing.T) {
	db := openFunctions(t)
	defer db.Close()
	if got, err := ask(t, db, `ddb_exists(?1, '["s"')`); err == nil || !strings.Contains(err.Error(), `path "[\"s\""`) {
		t.Errorf("gave %q, %v", got, err)
	}
}

func TestFunctionsOfClosedConnectionsAreForgotten(t *testing.T) {
	count := func() (n int) {
		for _, f := range *registered.all.Load() {
			if f != nil {
				n++
			}
		}
		return n
	}
	db := openFunctions(t)
	open := count()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if closed := count(); open-closed != len(definitions) {
		t.Errorf("%d functions before, %d after a connection is closed", open, closed)
	}
}
