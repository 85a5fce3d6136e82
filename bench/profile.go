package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// profileLimit is how long a server may take to write a profile.
const profileLimit = 10 * time.Second

// profileEnvironment tells a ddbsql built with `-tags profile` where to write.
func (st *starter) profileEnvironment(subject string) []string {
	if st.profile == "" {
		return nil
	}
	return []string{"DDBSQL_CPU_PROFILE=" + st.profilePath(subject)}
}

// profilePath is where a subject writes each profile, until it is given its name.
func (st *starter) profilePath(subject string) string { return filepath.Join(st.dir, subject+".prof") }

// profiling is what is called before and after a measurement: it lets ddbsql write a CPU profile of the time between, to
// SUBJECT-WORKLOAD-CONNECTIONS.prof in the folder asked for. A later round replaces an earlier one's.
func (st *starter) profiling(s *subject, w workload, t trial) func() error {
	if st.profile == "" || !s.figures {
		return nil
	}
	path := st.profilePath(s.name)
	started := false
	return func() error {
		if err := syscall.Kill(s.pid, syscall.SIGUSR1); err != nil {
			return err
		}
		if !started {
			started = true
			return nil
		}
		if err := waitForFile(path); err != nil {
			return err
		}
		name := fmt.Sprintf("%s-%s-%d.prof", s.name, w.name, t.connections)
		return move(path, filepath.Join(st.profile, name))
	}
}

func waitForFile(path string) error {
	for began := time.Now(); time.Since(began) < profileLimit; time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(path); err == nil {
			return nil
		}
	}
	return errors.New("the server wrote no profile")
}

// move copies, because the two may be on different file systems.
func move(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(to, b, 0o644); err != nil {
		return err
	}
	return os.Remove(from)
}
