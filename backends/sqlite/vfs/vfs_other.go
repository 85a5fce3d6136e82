//go:build !linux

package vfs

import "os"

// name is that of the engine's own way to files.
func name() string { return "" }

// Flush waits until what was written to an open file is on the disk.
func Flush(f *os.File) error { return f.Sync() }

// MapReads does nothing.
func (File) MapReads(bool) {}
