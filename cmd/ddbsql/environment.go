package main

import (
	"fmt"
	"net"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// environmentName is the variable that sets a flag.
func environmentName(flag string) string {
	return "DDBSQL_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// lookup finds a variable of the environment.
type lookup func(name string) (value string, set bool)

// applyEnvironment sets the flags that the command line did not: from their own variables, else from those that other servers
// have for the same. A variable set to nothing counts as not set.
func applyEnvironment(flags *pflag.FlagSet, find lookup) error {
	var failure error
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Changed || failure != nil {
			return
		}
		name, value, err := settingOf(f.Name, find)
		if err == nil && value != "" {
			err = f.Value.Set(value)
		}
		if err != nil {
			failure = fmt.Errorf("environment variable %s: %w", name, err)
		}
	})
	return failure
}

// settingOf is what the environment says of a flag, and in which variable; no value if it is silent.
func settingOf(flag string, find lookup) (name, value string, err error) {
	name = environmentName(flag)
	if value, _ = find(name); value != "" {
		return name, value, nil
	}
	for _, b := range borrowedNames {
		if b.flag != flag {
			continue
		}
		if value, _ = find(b.name); value != "" {
			value, err = b.translate(value)
			return b.name, value, err
		}
	}
	return name, "", nil
}

// borrowedNames are variables of other servers, so that ddbsql can take their place in what people have. They are weaker than
// flags and than our own variables.
var borrowedNames = []struct {
	name, flag string
	translate  func(string) (string, error)
}{
	{"GATEWAY_LISTEN", "listen", firstAddress},
	{"ACCESS_KEY", "access-key", asItIs},
	{"SECRET_KEY", "secret-key", asItIs},
	{"DYNAMODB_SKIP_SIGNATURE_VALIDATION", "skip-signatures", asItIs},
	{"LOG_LEVEL", "log-level", nearestLevel},
}

func asItIs(value string) (string, error) { return value, nil }

// gatewayPort is the port of an address in GATEWAY_LISTEN that names none, the one LocalStack then takes.
const gatewayPort = "4566"

// firstAddress takes the first of LocalStack's comma-separated addresses: ddbsql listens on one. The others are, as a rule,
// the same service under TLS.
func firstAddress(list string) (string, error) {
	first, _, _ := strings.Cut(list, ",")
	first = strings.TrimSpace(first)
	host, port, err := net.SplitHostPort(first)
	if err != nil {
		host, port = strings.Trim(first, "[]"), gatewayPort
	}
	if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		return "", fmt.Errorf("%q is no host:port", first)
	}
	return net.JoinHostPort(host, port), nil
}

// levels are the names of log levels that other servers know, by the nearest of ours.
var levels = map[string]string{
	"trace": "debug", "trace-internal": "debug", "verbose": "debug", "debug": "debug",
	"info": "info", "notice": "info",
	"warn": "warn", "warning": "warn",
	"err": "error", "error": "error", "critical": "error", "fatal": "error", "panic": "error",
}

// nearestLevel takes a level in any case. The variable's name is so common that it may be meant for another program: a level
// that nobody knows is not taken, rather than refused.
func nearestLevel(name string) (string, error) {
	return levels[strings.ToLower(name)], nil
}
