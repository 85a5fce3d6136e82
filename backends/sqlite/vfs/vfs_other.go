//go:build !linux

package vfs

// name is that of the engine's own way to files.
func name() string { return "" }
