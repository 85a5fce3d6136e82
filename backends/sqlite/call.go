package sqlite

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
	engine "zombiezen.com/go/sqlite"
)

// call is one call of a function by the engine. What it reads lies in the engine's memory and is valid until the call returns.
//
// Functions are registered with the engine itself, beneath the library that everything else goes through: there a call costs a lock, a
// look into a map and memory for its arguments and its result, several times what comparing a value costs, and a scan calls for each row.
type call struct {
	tls  *libc.TLS
	ctx  uintptr
	args []uintptr
}

// blob reads an argument that is bytes or text; empty when it is NULL.
func (c *call) blob(i int) []byte {
	at := lib.Xsqlite3_value_blob(c.tls, c.args[i])
	if at == 0 {
		return nil
	}
	return libc.GoBytes(at, int(lib.Xsqlite3_value_bytes(c.tls, c.args[i])))
}

// truth, number, bytes and fail give the result; a call without any gives NULL.
func (c *call) truth(b bool) {
	n := int32(0)
	if b {
		n = 1
	}
	c.number(n)
}

func (c *call) number(n int32) { lib.Xsqlite3_result_int(c.tls, c.ctx, n) }

// bytes gives a copy of b, which is not empty.
func (c *call) bytes(b []byte) {
	at := libc.Xmalloc(c.tls, libc.Tsize_t(len(b)))
	if at == 0 {
		lib.Xsqlite3_result_error_nomem(c.tls, c.ctx)
		return
	}
	copy(libc.GoBytes(at, len(b)), b)
	lib.Xsqlite3_result_blob(c.tls, c.ctx, at, int32(len(b)), address(libc.Xfree))
}

func (c *call) fail(err error) {
	text, failed := libc.CString(err.Error())
	if failed != nil {
		lib.Xsqlite3_result_error_nomem(c.tls, c.ctx)
		return
	}
	defer libc.Xfree(c.tls, text)
	lib.Xsqlite3_result_error(c.tls, c.ctx, text, -1)
}

// registered are the functions that connections have, by the number that the engine gives back at each call less one; nil when their
// connection is closed. It is replaced as a whole, so that a call needs no lock.
var registered struct {
	sync.Mutex
	all atomic.Pointer[[]*function]
}

// enroll gives a function its number.
func enroll(f *function) uintptr {
	registered.Lock()
	defer registered.Unlock()
	var all []*function
	if old := registered.all.Load(); old != nil {
		all = append(all, *old...)
	}
	for i := range all {
		if all[i] == nil {
			all[i] = f
			registered.all.Store(&all)
			return uintptr(i + 1)
		}
	}
	all = append(all, f)
	registered.all.Store(&all)
	return uintptr(len(all))
}

// dismiss is called by the engine when it needs a function no more.
func dismiss(_ *libc.TLS, number uintptr) {
	registered.Lock()
	defer registered.Unlock()
	all := append([]*function(nil), *registered.all.Load()...)
	all[number-1] = nil
	registered.all.Store(&all)
}

// invoke is what the engine calls.
func invoke(tls *libc.TLS, ctx uintptr, n int32, args uintptr) {
	f := (*registered.all.Load())[lib.Xsqlite3_user_data(tls, ctx)-1]
	f.call = call{tls: tls, ctx: ctx, args: pointers(args, n)}
	if err := f.run(f, &f.call); err != nil {
		f.call.fail(err)
	}
}

// pointers are the n pointers that lie at an address of the engine's memory.
func pointers(at uintptr, n int32) []uintptr {
	return unsafe.Slice(*(**uintptr)(unsafe.Pointer(&at)), n)
}

// address is where the engine finds a declared function, as package libc has it: see https://golang.org/s/go11func.
func address[F any](f F) uintptr {
	return *(*uintptr)(unsafe.Pointer(&struct{ f F }{f}))
}

// opening is held while the engine is told to register our functions with what it opens. Connections that another part of the program
// opens in that moment get them too, which does no harm.
var opening sync.Mutex

// openConn opens a connection that has the functions.
func openConn(path string, flags engine.OpenFlags) (*engine.Conn, error) {
	opening.Lock()
	defer opening.Unlock()
	tls := libc.NewTLS()
	defer tls.Close()
	hook := address(registerFunctions)
	if code := lib.Xsqlite3_auto_extension(tls, hook); code != lib.SQLITE_OK {
		return nil, fmt.Errorf("register functions: %w", engine.ResultCode(code).ToError())
	}
	defer lib.Xsqlite3_cancel_auto_extension(tls, hook)
	return engine.OpenConn(path, flags)
}

// registerFunctions is called by the engine for a connection that is being opened.
func registerFunctions(tls *libc.TLS, db, _, _ uintptr) int32 {
	for _, def := range definitions {
		name, err := libc.CString(def.name)
		if err != nil {
			return lib.SQLITE_NOMEM
		}
		code := lib.Xsqlite3_create_function_v2(tls, db, name, def.args, lib.SQLITE_UTF8|lib.SQLITE_DETERMINISTIC,
			enroll(&function{run: def.run}), address(invoke), 0, 0, address(dismiss))
		libc.Xfree(tls, name)
		if code != lib.SQLITE_OK {
			return code
		}
	}
	return registerKeys(tls, db)
}
