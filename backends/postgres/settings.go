package postgres

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// setting is one of Postgres' run-time parameters and its value.
type setting struct{ name, value string }

// isolation is what every transaction needs that does not say otherwise when it begins.
var isolation = setting{"default_transaction_isolation", "read committed"}

// always are settings that hold for every statement. Every statement walks a primary key or finds rows by one, in key order: with the planner's other
// ways shut a plan cannot turn with the statistics, and one plan serves every argument.
var always = []setting{
	{"plan_cache_mode", "force_generic_plan"},
	{"enable_seqscan", "off"}, {"enable_bitmapscan", "off"}, {"enable_sort", "off"}, {"enable_hashjoin", "off"}, {"enable_mergejoin", "off"},
	{"jit", "off"},
	{"client_min_messages", "warning"},
	{"idle_in_transaction_session_timeout", "10s"},
}

// settingsOf are the settings of a pool's statements: those of always, those that the options ask for, and the pool's own.
func settingsOf(opts *backends.Options, own []setting) []setting {
	commit := setting{"synchronous_commit", "off"}
	if opts.Durability == backends.Full {
		commit.value = "on"
	}
	all := slices.Concat([]setting{commit}, always, own)
	if opts.StatementTimeout > 0 {
		all = append(all, setting{"statement_timeout", milliseconds(opts.StatementTimeout)})
	}
	return all
}

func milliseconds(d time.Duration) string { return strconv.FormatInt(d.Milliseconds(), 10) }

// forSession is the script that makes settings those of a connection.
func forSession(settings []setting) string {
	var script strings.Builder
	for _, s := range settings {
		script.WriteString("SET " + s.name + " = " + sqlgen.Literal(s.value) + "; ")
	}
	return script.String()
}

// forTransaction is the statement that makes settings those of the transaction at hand.
func forTransaction(name string, settings ...setting) sqlgen.Statement {
	return sqlgen.Statement{Name: name, SQL: setConfig(settings, "TRUE")}
}

// setConfig is the text that makes settings those of the transaction at hand (TRUE) or of the connection (FALSE). A value may be a list, which
// SET would take for one name.
func setConfig(settings []setting, local string) string {
	calls := make([]string, len(settings))
	for i, s := range settings {
		calls[i] = "set_config(" + sqlgen.Literal(s.name) + ", " + sqlgen.Literal(s.value) + ", " + local + ")"
	}
	return "SELECT " + strings.Join(calls, ", ")
}

// keptByPoolers are the parameters of a connection's start that a pooler takes along from one of its connections to the other.
var keptByPoolers = []string{"application_name", "client_encoding", "datestyle", "timezone", "standard_conforming_strings"}

// movedSettings takes out of the parameters of a connection's start, as the URL gives them, what a pooler would refuse or lose: they are
// settings of the session or of each transaction instead.
func movedSettings(parameters map[string]string) ([]setting, error) {
	var moved []setting
	for _, name := range slices.Sorted(maps.Keys(parameters)) {
		switch {
		case slices.Contains(keptByPoolers, strings.ToLower(name)):
			continue
		case name == "options":
			return nil, fmt.Errorf("behind a pooler the database's URL has no options parameter: name each setting by itself, as in search_path=NAME")
		}
		moved = append(moved, setting{name, parameters[name]})
		delete(parameters, name)
	}
	return moved, nil
}

// checkIsolation refuses a connection behind a pooler whose transactions do not have the isolation that they need: those of one statement
// cannot say so themselves.
func checkIsolation(ctx context.Context, pg *pgconn.PgConn) error {
	results, err := pg.Exec(ctx, "SHOW "+isolation.name).ReadAll()
	if err != nil {
		return err
	}
	if got := string(results[0].Rows[0][0]); got != isolation.value {
		return fmt.Errorf("%s is %s, behind a pooler it must be so for the user of the database: ALTER ROLE ... SET %s = %s",
			isolation.name, got, isolation.name, sqlgen.Literal(isolation.value))
	}
	return nil
}
