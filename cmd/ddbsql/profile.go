//go:build profile

// This file is in binaries built with `-tags profile` alone: released ones measure nothing about themselves but their figures.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
)

// init lets the process write a CPU profile of the time between two SIGUSR1 to the file that DDBSQL_CPU_PROFILE names.
func init() {
	path := os.Getenv("DDBSQL_CPU_PROFILE")
	if path == "" {
		return
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	go func() {
		for {
			<-asked
			if err := profileUntil(path, asked); err != nil {
				fmt.Fprintln(os.Stderr, "ddbsql: profile:", err)
			}
		}
	}()
}

// profileUntil writes under another name until the profile is whole.
func profileUntil(path string, asked <-chan os.Signal) error {
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	<-asked
	pprof.StopCPUProfile()
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
