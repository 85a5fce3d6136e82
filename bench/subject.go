package main

import (
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// subject is a server that is measured.
type subject struct {
	side
	name    string
	ours    bool // an error of ours ends the run; one of another server means that it lacks what was asked
	process *server.Process
	// Of a ddbsql that bench started:
	binary, db string
	drop       func() error
}

// stop ends what was started.
func (s *subject) stop() {
	if s.process != nil {
		s.process.Kill()
	}
	if s.drop != nil {
		// The database is a scratch one; one that stays behind does no harm.
		_ = s.drop()
	}
}

// starter starts subjects.
type starter struct {
	options
	dir    string // for files
	binary string // ddbsql, once it is built
}

const oursPrefix = "ddbsql-"

// otherServers are started by scripts/other-server.sh. The flags behind them are theirs; {dir} is a folder for files.
var otherServers = map[string][]string{
	"dynamodb-local": nil, // in memory
	"dynalite":       nil, // in memory
	"dynoxide":       {"--db-path", "{dir}/dynoxide.db"},
}

// start starts a subject by how it was asked for: ddbsql-sqlite, ddbsql-postgres, another server that is known, name=http://host:port of one
// that runs, or name=command with {listen}, {port} and {dir} in it.
func (st *starter) start(asked string) (*subject, error) {
	name, how, _ := strings.Cut(asked, "=")
	switch {
	case strings.HasPrefix(how, "http://"):
		return &subject{name: name, side: side{address: address(how), pid: st.pid}}, nil
	case isOurs(asked):
		return st.startDdbsql(strings.TrimPrefix(asked, oursPrefix))
	}
	cmd, listen, err := st.command(asked)
	if err != nil {
		return nil, err
	}
	s := &subject{name: name, side: side{address: listen}}
	if s.process, err = server.LaunchWhen(cmd, "http://"+listen, s.answers); err != nil {
		return nil, err
	}
	s.pid = s.process.PID()
	return s, nil
}

// isOurs says whether a subject is ddbsql as bench starts it.
func isOurs(asked string) bool { return asked == oursPrefix+"sqlite" || asked == oursPrefix+"postgres" }

// startDdbsql starts ddbsql on a database of this kind, with further flags.
func (st *starter) startDdbsql(kind string, flags ...string) (*subject, error) {
	if err := st.build(); err != nil {
		return nil, err
	}
	s := &subject{name: oursPrefix + kind, ours: true, binary: st.binary}
	if err := st.findDatabase(s, kind); err != nil {
		return nil, err
	}
	flags = append([]string{"--durability", st.Durability, "--log-level", "warn"}, flags...)
	if st.Sign {
		flags = append(flags, "--access-key", accessKey, "--secret-key", secretKey)
	}
	process, err := server.Start(server.Options{Binary: s.binary, DB: s.db, Args: flags, Env: st.profileEnvironment(s.name)})
	if err != nil {
		s.stop()
		return nil, err
	}
	s.process = process
	s.side = side{address: address(process.URL), pid: process.PID(), figures: true, signed: st.Sign}
	if kind == "postgres" {
		// A Postgres on another machine has no CPU time to be read here.
		s.postgres, _ = server.PostmasterPID(s.db)
	}
	return s, nil
}

// build builds ddbsql unless a binary was given.
func (st *starter) build() (err error) {
	switch {
	case st.binary != "":
	case st.Binary != "":
		st.binary = st.Binary
	case st.profile != "":
		st.binary, err = server.Build(st.dir, "-tags", "profile")
	default:
		st.binary, err = server.Build(st.dir)
	}
	return err
}

// findDatabase takes the database of this kind that was given, or makes a scratch one.
func (st *starter) findDatabase(s *subject, kind string) (err error) {
	for _, db := range strings.Split(st.DB, ",") {
		if strings.HasPrefix(db, kind+":") {
			s.db = db
			return nil
		}
	}
	switch kind {
	case "sqlite":
		s.db = "sqlite:" + filepath.Join(st.dir, "bench.db")
		return nil
	case "postgres":
		url, err := server.PostgresSocketURL() // as a server is reached on the machine it shares
		if err == nil {
			s.db, s.drop, err = server.NewDatabase(url)
		}
		return err
	}
	return fmt.Errorf("no database %q", kind)
}

// command is what starts a server that is not ours, and the free address at which it will listen. One that is known is fetched first if it
// is not there.
func (st *starter) command(asked string) (cmd *exec.Cmd, listen string, err error) {
	if listen, err = server.FreeAddress(); err != nil {
		return nil, "", err
	}
	_, port, _ := strings.Cut(listen, ":")
	fill := strings.NewReplacer("{listen}", listen, "{port}", port, "{dir}", st.dir)
	name, how, given := strings.Cut(asked, "=")
	flags, known := otherServers[name]
	var words []string
	switch {
	case given:
		words = fillAll(fill, strings.Fields(how))
	case known:
		if words, err = otherServer(name, port, fillAll(fill, flags)); err != nil {
			return nil, "", fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(words) == 0 {
		return nil, "", fmt.Errorf("no subject %q", asked)
	}
	return exec.Command(words[0], words[1:]...), listen, nil
}

// otherServer asks scripts/other-server.sh for a command, and gives its words.
func otherServer(name, port string, flags []string) ([]string, error) {
	root, err := server.Root()
	if err != nil {
		return nil, err
	}
	script := filepath.Join(root, "scripts", "other-server.sh")
	command, err := output(exec.Command(script, append([]string{name, port}, flags...)...))
	if err != nil {
		return nil, err
	}
	// It is quoted for a shell; one shell less is in the way of its start.
	words, err := output(exec.Command("bash", "-c", `printf '%s\n' `+strings.TrimPrefix(command, "exec ")))
	return strings.Split(strings.TrimSpace(words), "\n"), err
}

// output is what a command prints; what it prints about its failure is part of the error.
func output(cmd *exec.Cmd) (string, error) {
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		err = fmt.Errorf("%w\n%s", err, failed.Stderr)
	}
	return string(out), err
}

func fillAll(fill *strings.Replacer, words []string) []string {
	filled := slices.Clone(words)
	for i := range filled {
		filled[i] = fill.Replace(filled[i])
	}
	return filled
}

// answers says whether a server answers requests.
func (s side) answers() bool {
	c, err := s.dial()
	if err != nil {
		return false
	}
	defer c.close()
	if err := c.conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
		return false
	}
	return c.do(prefix(s.address, "ListTables"), []byte("{}")) == nil
}

// address is the host:port of a URL.
func address(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return text
	}
	return u.Host
}
