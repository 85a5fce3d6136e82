package sqlite

import (
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// ddb_keys(keys) is a table of the keys in a blob, as package sqlgen writes them, in their order: one statement then reads all items of a
// batch, where running another for each cost as much as finding the item. The columns are token, sk and n, the place from 1.
//
// A cursor reads the blob where the statement's parameter has it, which stays there while the statement runs.

const keysDeclaration = "CREATE TABLE k (token BLOB, sk BLOB, n INTEGER, keys HIDDEN)"

// The columns of the table, in the order of the declaration.
const (
	keysToken = iota
	keysSort
	keysPlace
	keysBlob
)

// keysCursor is a cursor in the engine's memory: it must not hold what Go's collector looks after.
type keysCursor struct {
	_    lib.Tsqlite3_vtab_cursor // the engine's own part
	rest uintptr                  // where the current key begins
	size int                      // the bytes from there to the end, 0 there
	sort int                      // the length of the current sort key
	n    int64                    // the current key's place
}

// keysModule is given to the engine once for each connection; it only reads it.
var keysModule = lib.Tsqlite3_module{
	FxConnect:    address(connectKeys),
	FxBestIndex:  address(bestKeysIndex),
	FxDisconnect: address(freeKeys),
	FxOpen:       address(openKeys),
	FxClose:      address(freeKeys),
	FxFilter:     address(filterKeys),
	FxNext:       address(nextKey),
	FxEof:        address(endOfKeys),
	FxColumn:     address(keyColumn),
	FxRowid:      address(keyRowid),
}

// registerKeys gives a connection the table, which is there without being made: it has no xCreate.
func registerKeys(tls *libc.TLS, db uintptr) int32 {
	name, err := libc.CString("ddb_keys")
	if err != nil {
		return lib.SQLITE_NOMEM
	}
	defer libc.Xfree(tls, name)
	return lib.Xsqlite3_create_module_v2(tls, db, name, uintptr(unsafe.Pointer(&keysModule)), 0, 0)
}

// at is the value of a type that lies at an address of the engine's memory.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// give allocates a zero T in the engine's memory and puts its address where to points.
func give[T any](tls *libc.TLS, to uintptr) int32 {
	var zero T
	p := libc.Xcalloc(tls, 1, libc.Tsize_t(unsafe.Sizeof(zero)))
	if p == 0 {
		return lib.SQLITE_NOMEM
	}
	*at[uintptr](to) = p
	return lib.SQLITE_OK
}

func connectKeys(tls *libc.TLS, db, _ uintptr, _ int32, _, table, _ uintptr) int32 {
	text, err := libc.CString(keysDeclaration)
	if err != nil {
		return lib.SQLITE_NOMEM
	}
	defer libc.Xfree(tls, text)
	if code := lib.Xsqlite3_declare_vtab(tls, db, text); code != lib.SQLITE_OK {
		return code
	}
	return give[lib.Tsqlite3_vtab](tls, table)
}

// freeKeys ends a table or a cursor.
func freeKeys(tls *libc.TLS, p uintptr) int32 {
	libc.Xfree(tls, p)
	return lib.SQLITE_OK
}

// bestKeysIndex wants the blob and nothing else.
func bestKeysIndex(_ *libc.TLS, _, asked uintptr) int32 {
	info := at[lib.Tsqlite3_index_info](asked)
	constraints := unsafe.Slice(at[lib.Tsqlite3_index_constraint](info.FaConstraint), info.FnConstraint)
	usage := unsafe.Slice(at[lib.Tsqlite3_index_constraint_usage](info.FaConstraintUsage), info.FnConstraint)
	for i := range constraints {
		if c := &constraints[i]; c.FiColumn == keysBlob && c.Fop == lib.SQLITE_INDEX_CONSTRAINT_EQ && c.Fusable != 0 {
			usage[i].FargvIndex, usage[i].Fomit = 1, 1
			info.FestimatedCost, info.FestimatedRows = 1, 100
			return lib.SQLITE_OK
		}
	}
	return lib.SQLITE_CONSTRAINT
}

func openKeys(tls *libc.TLS, _, cursor uintptr) int32 { return give[keysCursor](tls, cursor) }

func filterKeys(tls *libc.TLS, cursor uintptr, _ int32, _ uintptr, _ int32, args uintptr) int32 {
	c, blob := at[keysCursor](cursor), *at[uintptr](args)
	c.rest, c.size = lib.Xsqlite3_value_blob(tls, blob), int(lib.Xsqlite3_value_bytes(tls, blob))
	c.n, c.sort = 1, c.sortLength()
	return lib.SQLITE_OK
}

func nextKey(_ *libc.TLS, cursor uintptr) int32 {
	c := at[keysCursor](cursor)
	length := sqlgen.KeyHead + c.sort
	c.rest, c.size, c.n = c.rest+uintptr(length), c.size-length, c.n+1
	c.sort = c.sortLength()
	return lib.SQLITE_OK
}

// sortLength reads the length of the current sort key; without another whole key the cursor is at the end.
func (c *keysCursor) sortLength() int {
	if c.size < sqlgen.KeyHead {
		c.size = 0
		return 0
	}
	length := sqlgen.SortLength(libc.GoBytes(c.rest, sqlgen.KeyHead))
	if c.size < sqlgen.KeyHead+length {
		c.size = 0
	}
	return length
}

func endOfKeys(_ *libc.TLS, cursor uintptr) int32 {
	if at[keysCursor](cursor).size == 0 {
		return 1
	}
	return 0
}

func keyColumn(tls *libc.TLS, cursor, ctx uintptr, column int32) int32 {
	c := at[keysCursor](cursor)
	switch column {
	case keysToken:
		lib.Xsqlite3_result_blob(tls, ctx, c.rest, int32(len(attr.Token{})), lib.SQLITE_STATIC)
	case keysSort:
		lib.Xsqlite3_result_blob(tls, ctx, c.rest+uintptr(sqlgen.KeyHead), int32(c.sort), lib.SQLITE_STATIC)
	case keysPlace:
		lib.Xsqlite3_result_int64(tls, ctx, c.n)
	}
	return lib.SQLITE_OK
}

func keyRowid(_ *libc.TLS, cursor, to uintptr) int32 {
	*at[int64](to) = at[keysCursor](cursor).n
	return lib.SQLITE_OK
}
