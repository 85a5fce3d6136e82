// Package vfs is SQLite's way to files, with three differences from the engine's own: flushing a file to the disk lets the rest of the
// program run, and is not trusted any more once it failed; a transaction goes into the write-ahead log in few writes; and a large file is read out of a mapping
// that all connections share.
//
// The engine is C turned into Go, and its system calls are raw: Go's scheduler does not know of them. A read or a write of a page is
// over before that matters. A flush takes milliseconds, during which its goroutine keeps a processor that it does not use, half
// of a machine with two, and every collection of garbage, with all requests, waits until it is over. Here it is a system call
// as Go makes them, and of the data alone (fdatasync): the time of the last change, which fsync writes too, costs the
// file system an entry in its own journal.
//
// The engine writes each frame of the log in two writes, a header and a page, and so tells the kernel twice for each page that was changed. Here
// the frames of a transaction are gathered, see log_linux.go. The mapping is in map_linux.go.
package vfs

import "strings"

// FlushNow is a statement that waits until what was written to a connection's database file is on the disk. The engine flushes the file itself
// at the end of a checkpoint that has moved all of the log. It happens when the statement is prepared, and nothing does where files are the engine's own.
const FlushNow = "PRAGMA " + flushPragma

const flushPragma = "ddb_flush"

// WhichFile is a statement whose one row is a connection's database file, as a number of type File. There is none where files are the engine's own.
const WhichFile = "PRAGMA " + filePragma

const filePragma = "ddb_file"

// File is the database file of a connection that is open; 0 for one of the engine's own.
type File uintptr

// Locate gives what to open for the database file at path: a URI that leads through this package, or the path as it is where
// there is no way to files of ours.
func Locate(path string) (locator string, isURI bool) {
	name := name()
	if name == "" {
		return path, false
	}
	prefix := "file:"
	if strings.HasPrefix(path, "/") {
		prefix = "file://" // or a second slash would begin the name of a host
	}
	return prefix + escaper.Replace(path) + "?vfs=" + name, true
}

// escaper hides what has a meaning in a URI of SQLite.
var escaper = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")
