package execute

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// reader takes what a suite tells, line by line.
type reader interface {
	Line(string)
	End(interrupted bool)
}

// source is a file that a suite writes and how its lines are read.
type source struct {
	follower
	reader
}

// sources are the files that tell of a suite's cases while it runs. A suite of another form than events may announce its cases by events.
func (r *runner) sources(s manifest.Suite, told *result.Collector) []*source {
	all := []*source{{follower{path: filepath.Join(r.outOf(s), eventsName)}, result.EventsReader{Collector: told}}}
	if s.Results == manifest.GoTest {
		all = append(all, &source{follower{path: filepath.Join(r.outOf(s), outputName)}, result.NewGoTestReader(told)})
	}
	return all
}

// runSuite runs a suite that is set up, and completes its result.
func (r *runner) runSuite(ctx context.Context, s manifest.Suite, res *result.Suite) {
	log := filepath.Join(r.outOf(s), outputName)
	told := &result.Collector{}
	sources := r.sources(s, told)
	began := time.Now()
	status, err := r.program(ctx, s, s.Run, log, func() {
		for _, from := range sources {
			// A file that cannot be read has no lines; that there were none is told at the end.
			_ = from.lines(from.Line)
		}
		r.progress.show(progressLine(s.Name, told.Progress()))
	})
	for _, from := range sources {
		from.last(from.Line)
		from.End(ctx.Err() != nil)
	}
	if s.Results == manifest.JUnit && err == nil {
		err = readJUnit(told, r.outOf(s))
	}
	if n := told.Garbled(); n > 0 && err == nil {
		err = fmt.Errorf("%d lines of its events are none", n)
	}
	told.Into(res)
	res.Seconds = time.Since(began).Seconds()
	if r.Only != "" || ctx.Err() != nil {
		res.Planned = nil // what was not asked for, or could not be reached, is not missing
	}
	res.State, res.Why = judge(*res, status, err, r.Only != "", ctx.Err() != nil)
	if res.State == result.Broken {
		res.Output = tailOf(log)
	}
}

// judge is the state of a suite that has ended, and why.
func judge(s result.Suite, status int, err error, only, interrupted bool) (state, why string) {
	t := s.Total()
	switch {
	case interrupted:
		return result.Interrupted, fmt.Sprintf("the run was ended after %d cases", len(s.Cases))
	case err != nil:
		return result.Broken, err.Error()
	case status != 0 && status != 1:
		return result.Broken, fmt.Sprintf("the suite ended with status %d", status)
	case t.Total == 0 && only:
		return result.Empty, "no case was asked for"
	case t.Total == 0 && t.Skipped > 0:
		return result.Broken, "all cases were skipped"
	case t.Total == 0:
		return result.Broken, "the suite told no case"
	case t.Missing > 0:
		return result.Failed, fmt.Sprintf("%d announced cases told no result", t.Missing)
	case t.Passed < t.Total:
		return result.Failed, ""
	case status == 1:
		return result.Broken, "the suite ended with status 1, though no case failed"
	}
	return result.Green, ""
}

// readJUnit reads all XML files below a folder.
func readJUnit(told *result.Collector, folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".xml") {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := result.ReadJUnit(told, file); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	})
}
