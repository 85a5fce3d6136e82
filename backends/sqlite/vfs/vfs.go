// Package vfs is SQLite's way to files, with one difference from the engine's own: flushing a file to the disk lets the rest of the
// program run.
//
// The engine is C turned into Go, and its system calls are raw: Go's scheduler does not know of them. A read or a write of a page is
// over before that matters. A flush takes milliseconds, during which its goroutine keeps a processor that it does not use, half
// of a machine with two, and every collection of garbage, with all requests, waits until it is over. Here it is a system call
// as Go makes them, and of the data alone (fdatasync): the time of the last change, which fsync writes too, costs the
// file system an entry in its own journal.
package vfs

import "strings"

// URI names the database file at path for an open with URIs, so that it is reached through this package.
func URI(path string) string {
	uri := "file:" + escaper.Replace(path)
	if name := name(); name != "" {
		uri += "?vfs=" + name
	}
	return uri
}

// escaper hides what has a meaning in a URI of SQLite.
var escaper = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")
