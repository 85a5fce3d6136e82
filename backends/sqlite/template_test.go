package sqlite

import (
	"bytes"
	"encoding/binary"
	"flag"
	"os"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write the template of new databases")

// The template is what the migrations make of an empty database, by this version of SQLite. With -update it is made anew.
func TestTheTemplateIsTheNewestSchema(t *testing.T) {
	made := inMemory(t)
	if err := (&migrationDriver{made}).make(); err != nil {
		t.Fatal(err)
	}
	pages, err := made.db.Serialize("main")
	if err != nil {
		t.Fatal(err)
	}
	folded := fold(pages)
	if *update {
		if err := os.WriteFile("template.bin", folded, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(template, folded) {
		t.Error("template.bin is out of date: go test ./backends/sqlite -run TestTheTemplateIsTheNewestSchema -update")
	}
	filled := inMemory(t)
	if err := filled.fill(); err != nil {
		t.Fatal(err)
	}
	if again, err := filled.db.Serialize("main"); err != nil || !bytes.Equal(again, pages) {
		t.Errorf("filled it is not the template: %v", err)
	}
	if want, got := schemaOf(t, made), schemaOf(t, filled); !slices.Equal(got, want) {
		t.Errorf("made\n%q\nfilled\n%q", want, got)
	}
}

func TestATemplateThatIsCutIsRefused(t *testing.T) {
	pages := make([]byte, 3*pageSize) // one that begins and ends with something, one empty, one with something in the middle
	copy(pages, "begin")
	copy(pages[pageSize-3:], "end")
	copy(pages[2*pageSize+300:], []byte{1, 2, 0, 3})
	folded := fold(pages)
	if got, err := unfolded(folded); err != nil || !bytes.Equal(got, pages) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	for i := range folded {
		if got, err := unfolded(folded[:i]); err == nil && len(got) == len(pages) {
			t.Errorf("cut to %d bytes it is whole", i)
		}
	}
}

// unfolded is all that unfold gives.
func unfolded(folded []byte) (pages []byte, err error) {
	err = unfold(folded, func(page []byte) error {
		pages = append(pages, page...)
		return nil
	})
	return pages, err
}

// fold writes bytes in the form of the template: unfold undoes it.
func fold(pages []byte) (folded []byte) {
	for len(pages) > 0 {
		zeros := run(pages, func(b byte) bool { return b == 0 })
		pages = pages[zeros:]
		rest := run(pages, func(b byte) bool { return b != 0 })
		folded = binary.AppendUvarint(folded, uint64(zeros))
		folded = binary.AppendUvarint(folded, uint64(rest))
		folded = append(folded, pages[:rest]...)
		pages = pages[rest:]
	}
	return folded
}

// run is how many bytes there are at the beginning of that kind.
func run(b []byte, kind func(byte) bool) int {
	for i := range b {
		if !kind(b[i]) {
			return i
		}
	}
	return len(b)
}
