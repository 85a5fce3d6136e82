package main

import (
	"slices"
	"testing"
)

const table = "# House\n\n## The rooms\n\n| room | purpose | imports (ours) |\n|---|---|---|\n" +
	"| `cmd/x` | wiring | everything |\n" +
	"| `internal/api` | inputs | attr, ast |\n" +
	"| `internal/attr` | values | none |\n" +
	"| `grammar` | expressions | grammar/* |\n" +
	"| `store` | the door | attr |\n" +
	"| `store/a`, `store/b` | two of a kind | store |\n\n## After\n\n| `internal/late` | not a room | none |\n"

func TestRooms(t *testing.T) {
	rules, err := parseRooms(table)
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, pkg string
		imports   []string
		want      []string
	}{
		{"a room may import what its row names", "internal/api", []string{"internal/attr", "grammar/ast"}, nil},
		{"and nothing else", "internal/api", []string{"store"}, []string{"internal/api (room internal/api) must not import store"}},
		{"a name means one package, not those below it", "store/a", []string{"store", "store/b"}, []string{"store/a (room store/a) must not import store/b"}},
		{"a package may import those of its own room", "grammar/gen", []string{"grammar", "grammar/ast"}, nil},
		{"everything is everything", "cmd/x", []string{"store/b", "internal/attr"}, nil},
		{"none is none", "internal/attr", []string{"store"}, []string{"internal/attr (room internal/attr) must not import store"}},
		{"a package must be in a room", "internal/late", nil, []string{"internal/late is in no room"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := rules.problemsOf(c.pkg, c.imports); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRoomsWithoutTheirTable(t *testing.T) {
	for _, text := range []string{"# House\n", "# House\n\n## The rooms\n\nnone\n"} {
		if _, err := parseRooms(text); err == nil {
			t.Errorf("no error for %q", text)
		}
	}
}
