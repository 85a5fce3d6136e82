// Command flame draws a CPU profile as a flame graph, or says how much of it each part of the server used.
//
//	go tool pprof -traces cpu.prof | go run ./tools/flame --title 'GetItem on SQLite' > get.svg
//	go tool pprof -traces cpu.prof | go run ./tools/flame --shares --request 25.3
//
// With --request, the CPU time of one request in microseconds, the shares are given in microseconds, too.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	title := flag.String("title", "CPU profile", "title of the flame graph")
	shares := flag.Bool("shares", false, "print a Markdown table of shares instead of a flame graph")
	request := flag.Float64("request", 0, "CPU time of one request in microseconds")
	flag.Parse()
	if err := run(os.Stdin, os.Stdout, *title, *shares, *request); err != nil {
		fmt.Fprintln(os.Stderr, "flame:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, title string, asShares bool, request float64) error {
	samples, err := readTraces(in)
	if err != nil {
		return err
	}
	if asShares {
		return printShares(out, sharesOf(samples), request)
	}
	return drawSVG(out, title, treeOf(samples))
}
