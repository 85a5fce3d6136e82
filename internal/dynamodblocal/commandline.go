package dynamodblocal

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Options are DynamoDB Local's. Telemetry is not among them: there is none.
type Options struct {
	Port     int
	InMemory bool
	// DBPath is the folder of the database files; empty is the working folder.
	DBPath   string
	SharedDB bool
	// Cors are the origins whose scripts may read answers, separated by commas; empty and "*" are all.
	Cors string
	// DelayTransientStatuses keeps indexes that are added and deleted in CREATING and DELETING for a while, tables not.
	DelayTransientStatuses bool
	// OptimizeDB compacts the database files before the server starts.
	OptimizeDB bool
}

const defaultPort = 8000

// Ending is what is printed instead of serving. The exit status is 0 in every case, as there.
type Ending struct{ Stdout, Stderr string }

// Parse reads the command line. Either the options or the ending is nil.
func Parse(args []string) (*Options, *Ending) {
	given, problem := parseFlags(args)
	switch {
	case problem != "":
		return nil, &Ending{usage, "Error while parsing options. " + problem + "\nError processing the supplied command line arguments"}
	case given.has("help"):
		return nil, &Ending{Stdout: usage}
	case given.has("version"):
		return nil, &Ending{Stdout: Version + "\n"}
	}
	o := &Options{
		Port:                   defaultPort,
		InMemory:               given.has("inMemory"),
		DBPath:                 given["dbPath"],
		SharedDB:               given.has("sharedDb"),
		Cors:                   given["cors"],
		DelayTransientStatuses: given.has("delayTransientStatuses"),
		OptimizeDB:             given.has("optimizeDbBeforeStartup"),
	}
	if refusal := o.check(given); refusal != "" {
		return nil, &Ending{Stderr: refusal}
	}
	return o, nil
}

// check refuses what no option alone can, and reads the port.
func (o *Options) check(given flags) (refusal string) {
	if given.has("port") {
		var err error
		if o.Port, err = strconv.Atoi(given["port"]); err != nil || o.Port < 1 || o.Port > 65535 {
			return "Invalid Port. Port number must lie between 1 and 65535."
		}
	}
	switch {
	case o.InMemory && given.has("dbPath"):
		return "dbPath and inMemory cannot be set at the same time."
	case o.OptimizeDB && !given.has("dbPath"):
		return "optimizeDbBeforeStartup option must be used with dbPath to determine the location of database files to optimize."
	case given.has("dbPath") && !isFolder(o.DBPath):
		return "Invalid directory for database creation."
	}
	return ""
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// flags are the options that were given, each with its argument, the first if it was given again.
type flags map[string]string

func (f flags) has(name string) bool { _, ok := f[name]; return ok }

// takesArgument has the names of all options, and whether one has an argument.
var takesArgument = map[string]bool{
	"cors": true, "dbPath": true, "port": true, "delayTransientStatuses": false, "disableTelemetry": false, "help": false,
	"inMemory": false, "optimizeDbBeforeStartup": false, "sharedDb": false, "version": false,
}

// parseFlags reads options with one hyphen or two, as commons-cli does: other words are skipped, and nothing is an option after "--".
func parseFlags(args []string) (given flags, problem string) {
	given = flags{}
	for i := 0; i < len(args) && args[i] != "--"; i++ {
		name, is := optionName(args[i])
		if !is {
			continue
		}
		wants, known := takesArgument[name]
		if !known {
			return nil, "Unrecognized option: " + args[i]
		}
		value := ""
		if wants {
			if i++; i == len(args) || isOption(args[i]) {
				return nil, "Missing argument for option: " + name
			}
			value = args[i]
		}
		if !given.has(name) {
			given[name] = value
		}
	}
	return given, ""
}

func optionName(arg string) (name string, is bool) {
	name, is = strings.CutPrefix(arg, "-")
	return strings.TrimPrefix(name, "-"), is && name != ""
}

// isOption tells whether an argument is one of the known options, and so no argument of the one before it: "-1" is none.
func isOption(arg string) bool {
	name, is := optionName(arg)
	_, known := takesArgument[name]
	return is && known
}

// Announce prints what harnesses wait for on standard output.
func (o *Options) Announce(w io.Writer) error {
	_, err := fmt.Fprintf(w, "Initializing DynamoDB Local with the following configuration:\n"+
		"Port:\t%d\nInMemory:\t%t\nVersion:\t%s\nDbPath:\t%s\nSharedDb:\t%t\nshouldDelayTransientStatuses:\t%t\nCorsParams:\t%s\n\n",
		o.Port, o.InMemory, Version, orNull(o.DBPath), o.SharedDB, o.DelayTransientStatuses, orNull(o.Cors))
	return err
}

// orNull writes what was not given as Java does.
func orNull(s string) string {
	if s == "" {
		return "null"
	}
	return s
}

// Origins are the origins whose scripts may read answers; nil is all of them.
func (o *Options) Origins() []string {
	if o.Cors == "" {
		return nil
	}
	var origins []string
	for origin := range strings.SplitSeq(o.Cors, ",") {
		if origin = strings.TrimSpace(origin); origin == "*" {
			return nil
		}
		origins = append(origins, origin)
	}
	return origins
}
