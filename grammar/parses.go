package grammar

import "sync/atomic"

var parses atomic.Int64

// Parses is how many texts this process has parsed since it started: those that a Cache knew are not among them.
func Parses() int64 { return parses.Load() }
