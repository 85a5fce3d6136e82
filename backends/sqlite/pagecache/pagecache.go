// Package pagecache is where SQLite's connections keep pages of their database in memory: the engine's interface for that
// (sqlite3_pcache_methods2) in place of its own implementation.
//
// The engine's own, as it is built for Go, is one for all connections, behind a mutex that each of them takes for each page. It asks
// for the memory of a page with its descriptions, a little more than 8 KB, and is given 16, so that all descriptions lie at the same offset, where few
// of them fit into a processor's cache at a time; and a page that is used moves in a list through the descriptions of its neighbours. A read of
// an item from a cache of 64 MB waited longer for memory of that kind than it took to find the item.
//
// Here a connection has a cache of its own that nobody else touches, in memory that it needs and no more, in large pages of the system's where it
// has them. What says where a page is and whether it is in use lies apart from the pages and close together.
package pagecache

import (
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// installed says whether connections use this package: not if the program had used the engine before the package was there.
var installed = install()

// install tells the engine. It must happen before the engine is first used; afterwards the engine refuses.
func install() bool {
	tls := libc.NewTLS()
	defer tls.Close()
	methods := lib.Tsqlite3_pcache_methods2{
		FiVersion:   1,
		FxCreate:    pointer(create),
		FxCachesize: pointer(setSize),
		FxPagecount: pointer(count),
		FxFetch:     pointer(fetch),
		FxUnpin:     pointer(unpin),
		FxRekey:     pointer(rekey),
		FxTruncate:  pointer(truncate),
		FxDestroy:   pointer(destroy),
		FxShrink:    pointer(shrink),
	}
	at := libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(methods)))
	if at == 0 {
		return false
	}
	defer libc.Xfree(tls, at)
	args := libc.NewVaList(at)
	if args == 0 {
		return false
	}
	defer libc.Xfree(tls, args)
	if lib.Xsqlite3_config(tls, lib.SQLITE_CONFIG_GETPCACHE2, args) != lib.SQLITE_OK {
		return false
	}
	// The engine's own goes on to count the memory that is used beside pages, under a mutex that it makes when it is initialized.
	theirs := object[lib.Tsqlite3_pcache_methods2](at)
	methods.FxInit, methods.FxShutdown = theirs.FxInit, theirs.FxShutdown
	*theirs = methods
	return lib.Xsqlite3_config(tls, lib.SQLITE_CONFIG_PCACHE2, args) == lib.SQLITE_OK
}

// What follows is what the engine calls; see https://sqlite.org/c3ref/pcache_methods2.html.

func create(_ *libc.TLS, page, extra, purgeable int32) uintptr {
	c := newCache(int(page), int(extra), purgeable != 0)
	open.add(c)
	return uintptr(unsafe.Pointer(c))
}

func destroy(_ *libc.TLS, id uintptr) {
	c := object[cache](id)
	open.remove(c)
	c.close()
}

func setSize(_ *libc.TLS, id uintptr, pages int32) { object[cache](id).resize(int(pages)) }

func count(_ *libc.TLS, id uintptr) int32 { return int32(object[cache](id).used) }

func fetch(_ *libc.TLS, id uintptr, key uint32, create int32) uintptr {
	return object[cache](id).fetch(key, demand(create))
}

func unpin(_ *libc.TLS, id, page uintptr, discard int32) {
	object[cache](id).unpin(frameOf(page), discard != 0)
}

func rekey(_ *libc.TLS, id, page uintptr, _, key uint32) {
	object[cache](id).rekey(frameOf(page), key)
}

func truncate(_ *libc.TLS, id uintptr, from uint32) { object[cache](id).truncate(from) }

func shrink(_ *libc.TLS, id uintptr) { object[cache](id).shrink() }

// pointer is a function's address as the engine calls it: see https://golang.org/s/go11func.
func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&struct{ f F }{f})) }

// object is what lies at an address that the engine knows.
func object[T any](at uintptr) *T { return *(**T)(unsafe.Pointer(&at)) }
