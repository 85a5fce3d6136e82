package execute

import (
	"bytes"
	"io"
	"os"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// follower gives the lines of a file that grows, each once and only when it is complete.
type follower struct {
	path string
	at   int64
	rest []byte // of a line that is not complete
}

// lines calls take for each new line.
func (f *follower) lines(take func(string)) error {
	file, err := os.Open(f.path)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Seek(f.at, io.SeekStart); err != nil {
		return err
	}
	fresh, err := io.ReadAll(file)
	f.at += int64(len(fresh))
	f.rest = append(f.rest, fresh...)
	for {
		line, rest, complete := bytes.Cut(f.rest, []byte("\n"))
		if !complete {
			return err
		}
		if text := strings.TrimRight(string(line), "\r"); text != "" {
			take(text)
		}
		f.rest = rest
	}
}

// last gives what is left when nothing more will come: a last line without an end.
func (f *follower) last(take func(string)) {
	if len(bytes.TrimSpace(f.rest)) > 0 {
		take(string(f.rest))
	}
	f.rest = nil
}

// Bounds of what is shown of a program's output.
const (
	tailLines = 15
	tailBytes = 16 << 10
	lineBytes = 400
)

// tailOf is the last lines of a file, none if it cannot be read.
func tailOf(path string) []string {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > tailBytes {
		// A seek within the file does not fail.
		_, _ = file.Seek(-tailBytes, io.SeekEnd)
	}
	text, _ := io.ReadAll(file) // what could be read is shown
	var lines []string
	for line := range strings.Lines(string(text)) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, result.Line(strings.TrimRight(line, "\r\n"), lineBytes))
		}
	}
	return lines[max(0, len(lines)-tailLines):]
}
