// Command gen turns the service's machine-readable model into the Go code of package api: types of every input and
// output, a decoder without reflection per input, an encoder without reflection per output, and the constraint checks.
//
//	go run ./internal/api/gen [-model FOLDER|WHEEL] [-out FOLDER]
//
// The model is read from botocore, the Python SDK's data package: from a folder or wheel given by -model, else from
// the pinned release, installed or as a wheel that pip downloads. It is not committed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	source := flag.String("model", "", "botocore's data folder or a botocore wheel (default: the pinned release, installed or downloaded)")
	out := flag.String("out", "internal/api", "folder of package api")
	flag.Parse()
	if err := run(*source, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(source, out string) error {
	m, err := loadModel(source)
	if err != nil {
		return err
	}
	for _, g := range m.groups() {
		if err := write(out, g.name, m.groupFile(g)); err != nil {
			return err
		}
	}
	if err := write(out, "rules", m.rulesFile()); err != nil {
		return err
	}
	if err := write(out, "operations", m.operationsFile()); err != nil {
		return err
	}
	return write(out, "inputs_test", m.inputsFile())
}

func write(out, name string, p *printer) error {
	text, err := p.format()
	if err != nil {
		return fmt.Errorf("format %s: %w", name, err)
	}
	return os.WriteFile(filepath.Join(out, "zz_generated_"+name+".go"), text, 0o644)
}
