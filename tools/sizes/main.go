// Command sizes refuses Go files over 500 lines and functions over 80, generated code aside. A function that is better
// read in one piece may be longer if its comment says so in a sentence that begins with "Long because", and a file if its
// package comment or first comment does.
//
//	go run ./tools/sizes
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	maxFile     = 500
	maxFunction = 80
	excuse      = "Long because"
)

func main() {
	problems, files, err := checkTree(".")
	if err != nil {
		fmt.Fprintln(os.Stderr, "sizes:", err)
		os.Exit(1)
	}
	for _, p := range problems {
		fmt.Println(p)
	}
	if len(problems) > 0 {
		os.Exit(1)
	}
	fmt.Printf("sizes: %d files and their functions are short enough\n", files)
}

func checkTree(root string) (problems []string, files int, err error) {
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() != "." && strings.HasPrefix(entry.Name(), ".") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		found, err := checkFile(path, source)
		problems = append(problems, found...)
		files++
		return err
	})
	return problems, files, err
}

// checkFile says what is too long in one file.
func checkFile(path string, source []byte) ([]string, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, source, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	if ast.IsGenerated(file) {
		return nil, nil
	}
	var problems []string
	lines := bytes.Count(source, []byte("\n"))
	excused := len(file.Comments) > 0 && strings.Contains(file.Comments[0].Text(), excuse)
	if lines > maxFile && !excused {
		problems = append(problems, fmt.Sprintf("%s: %d lines, at most %d", path, lines, maxFile))
	}
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		n := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1
		if n > maxFunction && !strings.Contains(f.Doc.Text(), excuse) {
			problems = append(problems, fmt.Sprintf("%s: %s has %d lines, at most %d", set.Position(f.Pos()), f.Name.Name, n, maxFunction))
		}
	}
	return problems, nil
}
