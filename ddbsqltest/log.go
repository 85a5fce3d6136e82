package ddbsqltest

import (
	"log/slog"
	"strings"
	"testing"
)

// logTo makes a logger that tells the test of warnings and errors.
func logTo(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(testLog{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// testLog is a writer into a test's log.
type testLog struct{ t testing.TB }

func (l testLog) Write(line []byte) (int, error) {
	l.t.Log("ddbsql: " + strings.TrimSuffix(string(line), "\n"))
	return len(line), nil
}
