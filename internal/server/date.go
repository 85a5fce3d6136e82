package server

import (
	"net/http"
	"sync/atomic"
	"time"
)

// date keeps the text of a Date header for the second that it is true.
type date struct{ kept atomic.Pointer[dateText] }

type dateText struct {
	second int64
	text   string
}

func (d *date) text(now time.Time) string {
	second := now.Unix()
	kept := d.kept.Load()
	if kept == nil || kept.second != second {
		kept = &dateText{second, now.UTC().Format(http.TimeFormat)}
		d.kept.Store(kept)
	}
	return kept.text
}
