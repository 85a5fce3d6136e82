package execute

import (
	"fmt"
	"io"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

const (
	quietInterval = 5 * time.Second // between two lines of progress where lines cannot be written over
	lineWidth     = 79              // of a line that is written over; a longer one might wrap
)

// progress shows what goes on: one line that is written over on a terminal, a line now and then elsewhere.
type progress struct {
	to       io.Writer
	terminal bool
	open     bool // a line to write over is shown
	last     time.Time
}

// say prints a line that stays.
func (p *progress) say(format string, args ...any) {
	p.clear()
	fmt.Fprintf(p.to, format+"\n", args...)
	p.last = time.Now()
}

// show prints a line that the next one replaces.
func (p *progress) show(line string) {
	if !p.terminal {
		if time.Since(p.last) >= quietInterval {
			p.say("%s", line)
		}
		return
	}
	if r := []rune(line); len(r) > lineWidth {
		line = string(r[:lineWidth-1]) + "…"
	}
	fmt.Fprintf(p.to, "\r%s\x1b[K", line)
	p.open = true
}

func (p *progress) clear() {
	if p.open {
		fmt.Fprint(p.to, "\r\x1b[K")
		p.open = false
	}
}

// progressLine is "go-sdk: put_item, 31/640, 2 failed".
func progressLine(suite string, p result.Progress) string {
	line := suite + ": "
	if p.File != "" {
		line += p.File + ", "
	}
	if p.Total > 0 {
		line += fmt.Sprintf("%d/%d", p.Done, max(p.Done, p.Total))
	} else {
		line += fmt.Sprintf("%d", p.Done)
	}
	return line + fmt.Sprintf(" done, %d failed", p.Failed)
}
