package result

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Name is the name of the file a run is kept in.
const Name = "matrix.json"

// written is a run with its counts, for readers that do not want to count themselves.
type written struct {
	*Run
	Green      bool           `json:"green"`
	Suites     []writtenSuite `json:"suites"`
	Operations []Tally        `json:"operations"`
}

type writtenSuite struct {
	Suite
	Total      Tally   `json:"total"`
	Files      []Tally `json:"files"`
	Operations []Tally `json:"operations"`
}

// Marshal is the run as JSON, with its counts.
func (r *Run) Marshal() ([]byte, error) {
	w := written{Run: r, Green: r.Green(), Operations: r.Operations()}
	for _, s := range r.Suites {
		w.Suites = append(w.Suites, writtenSuite{Suite: s, Total: s.Total(), Files: s.Files(), Operations: s.Operations()})
	}
	text, err := json.MarshalIndent(w, "", " ")
	return append(text, '\n'), err
}

// ReadFile reads a run from its file, or from the folder that holds it.
func ReadFile(path string) (*Run, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, Name)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("result of a run: %w", err)
	}
	var r Run
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if r.Format != Format {
		return nil, fmt.Errorf("%s is no result of a run: its format is %q, not %q", path, r.Format, Format)
	}
	return &r, nil
}
