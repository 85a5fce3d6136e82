package backends

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"
)

// mostSlowLines is how many lines a second a SlowLog writes of statements of one name. Names are few and fixed, so that this bounds the log
// when all is slow.
const mostSlowLines = 5

// SlowLog tells of SQL statements that took long: by their name, their time and the database's code of their error. What they were
// about, their text and their values are nobody's business in a log. A nil SlowLog tells nothing.
type SlowLog struct {
	log   *slog.Logger
	least time.Duration
	mu    sync.Mutex
	names map[string]*slowName
}

// slowName is what was told of the statements of one name.
type slowName struct {
	since time.Time // the second at hand
	lines int       // in it
	held  int       // statements without a line since the last one
}

// NewSlowLog makes one of the statements that take so long or longer. It is nil if that is 0: for none.
func NewSlowLog(log *slog.Logger, least time.Duration) *SlowLog {
	if least <= 0 {
		return nil
	}
	return &SlowLog{log: log, least: least, names: map[string]*slowName{}}
}

// Before gives an observer that tells next of all statements, and the log of those that are slow. Several can share a log.
func (l *SlowLog) Before(next Observer) Observer {
	if l == nil {
		return next
	}
	return func(statement string, took time.Duration, err error) {
		if next != nil {
			next(statement, took, err)
		}
		if took >= l.least {
			l.tell(statement, took, err)
		}
	}
}

func (l *SlowLog) tell(statement string, took time.Duration, err error) {
	held, ok := l.turn(statement)
	if !ok {
		return
	}
	attrs := make([]slog.Attr, 0, 4)
	attrs = append(attrs, slog.String("statement", statement), slog.Duration("took", took))
	if err != nil {
		attrs = append(attrs, slog.String("error", statementCode(err)))
	}
	if held > 0 {
		attrs = append(attrs, slog.Int("held_back", held))
	}
	l.log.LogAttrs(context.Background(), slog.LevelWarn, "slow SQL statement", attrs...)
}

// turn says whether a statement may have a line, and how many of its name have had none since the last line.
func (l *SlowLog) turn(statement string) (held int, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := l.names[statement]
	if n == nil {
		n = new(slowName)
		l.names[statement] = n
	}
	if now := time.Now(); now.Sub(n.since) >= time.Second {
		n.since, n.lines = now, 0
	}
	if n.lines == mostSlowLines {
		n.held++
		return 0, false
	}
	held, n.lines, n.held = n.held, n.lines+1, 0
	return held, true
}

// statementCode is the code of a statement's error. Other errors than an Observer's have none that can be told.
func statementCode(err error) string {
	var e *StatementError
	if errors.As(err, &e) {
		return e.Code
	}
	return "unknown"
}
