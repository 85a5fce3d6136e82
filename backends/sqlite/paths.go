package sqlite

import (
	"fmt"

	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/wire"
)

// maxPaths bounds the parsed paths a function remembers.
const maxPaths = 256

// paths remembers parsed paths by their texts, and those of the latest calls in a few places of their own: a statement calls a function
// with the same few paths for each row. The zero paths are ready.
type paths struct {
	all    map[string][]jsonb.Step
	latest [4]parsedPath
	next   uint8 // the latest place to be given away
}

type parsedPath struct {
	text  string
	steps []jsonb.Step
}

// parsed gives the steps of a path argument.
func (p *paths) parsed(text []byte) ([]jsonb.Step, error) {
	for i := range p.latest {
		if p.latest[i].text == string(text) && len(text) > 0 {
			return p.latest[i].steps, nil
		}
	}
	steps, ok := p.all[string(text)]
	if !ok {
		var err error
		if steps, err = parsePath(text); err != nil {
			return nil, err
		}
		if p.all == nil || len(p.all) >= maxPaths {
			p.all = map[string][]jsonb.Step{}
		}
		p.all[string(text)] = steps
	}
	p.latest[p.next%uint8(len(p.latest))] = parsedPath{text: string(text), steps: steps}
	p.next++
	return steps, nil
}

// parsePath reads a path argument; names get the form they have in documents.
func parsePath(text []byte) ([]jsonb.Step, error) {
	var s wire.Scanner
	s.Init(text)
	var path []jsonb.Step
	s.EnterArray()
	for s.NextElem() {
		if s.Kind() == wire.String {
			quoted := attr.AppendDocString(nil, s.String())
			path = append(path, jsonb.Step{Name: quoted[1 : len(quoted)-1]})
			continue
		}
		index := 0
		for _, digit := range s.Number() {
			index = index*10 + int(digit-'0')
		}
		path = append(path, jsonb.Step{Index: index})
	}
	s.Finish()
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("path %q: %w", text, err)
	}
	return path, nil
}
