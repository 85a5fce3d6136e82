package execute

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/manifest"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// setUp makes a suite ready. Its answer has a state only if the suite cannot be run.
func (r *runner) setUp(ctx context.Context, s manifest.Suite) result.Suite {
	res := result.Suite{Name: s.Name, Tier: s.Tier, Title: s.Title, Cases: []result.Case{}}
	if missing := s.Missing(); len(missing) > 0 {
		res.State, res.Why = result.Broken, "missing on this machine: "+strings.Join(missing, "; ")
		return res
	}
	if err := r.folders(s); err != nil {
		res.State, res.Why = result.Broken, err.Error()
		return res
	}
	if len(s.Setup) == 0 {
		return res
	}
	log := filepath.Join(r.outOf(s), setupName)
	status, err := r.setUpAlone(ctx, s, log)
	switch {
	case ctx.Err() != nil:
		res.State, res.Why = result.NotRun, "the run was ended while the suite was being set up"
	case err != nil:
		res.State, res.Why = result.Broken, "cannot be set up: "+err.Error()
	case status != 0:
		res.State, res.Why, res.Output = result.Broken, fmt.Sprintf("cannot be set up: %s ended with status %d", s.Setup[0], status), tailOf(log)
	}
	return res
}

// setUpAlone runs the set-up while no other run sets the same suite up in the same cache.
func (r *runner) setUpAlone(ctx context.Context, s manifest.Suite, log string) (int, error) {
	began := time.Now()
	lock, err := os.OpenFile(filepath.Join(r.Cache, s.Name+".lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return -1, err
	}
	defer lock.Close()
	tick := time.NewTicker(tickInterval)
	defer tick.Stop()
	for !tryLock(lock) {
		r.progress.show(fmt.Sprintf("%s: another run sets it up, %.0f s", s.Name, time.Since(began).Seconds()))
		select {
		case <-ctx.Done():
			return -1, ctx.Err()
		case <-tick.C:
		}
	}
	return r.program(ctx, s, s.Setup, log, func() {
		r.progress.show(fmt.Sprintf("%s: being set up, %.0f s", s.Name, time.Since(began).Seconds()))
	})
}

// folders makes the folders of a suite. Those of results begin empty: a file of the last run would count again.
func (r *runner) folders(s manifest.Suite) error {
	out := r.outOf(s)
	if err := clear(out); err != nil {
		return err
	}
	for _, folder := range []string{out, filepath.Join(r.Cache, s.Name)} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, eventsName), nil, 0o644)
}

// clear removes the results of the last run, and refuses to remove a folder that was not made by one.
func clear(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(folder, eventsName)); err != nil {
		return fmt.Errorf("%s is in the way: it is no folder of results; choose another --out", folder)
	}
	return os.RemoveAll(folder)
}

// program runs one of a suite's commands to its end.
func (r *runner) program(ctx context.Context, s manifest.Suite, command []string, log string, tick func()) (int, error) {
	c, err := startChild(s.Folder, r.environment(s), command, log)
	if err != nil {
		return -1, err
	}
	return c.wait(ctx, tick)
}
