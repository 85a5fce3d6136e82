package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by builds that know it and have no repository at hand: -ldflags "-X main.version=v1.2.3".
var version string

// built is what this program was built from: a version, and a revision if the build saw a repository.
func built() (of, revision string) {
	of = "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		of = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = s.Value
			}
		}
	}
	if version != "" {
		of = version
	}
	return of, revision
}

func printVersion(cmd *cobra.Command, _ []string) error {
	of, revision := built()
	if revision != "" {
		of += " " + revision
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "ddbsql %s %s %s/%s\n", of, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
