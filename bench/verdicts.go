package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// verdict is a figure and the limit it must keep.
type verdict struct {
	What   string  `json:"what"`
	Figure float64 `json:"figure"`
	Limit  float64 `json:"limit"` // the highest that passes; 0: the figure is there to be compared with
	Unit   string  `json:"unit"`
	Detail string  `json:"detail,omitempty"`
}

func (v verdict) passes() bool { return v.Limit == 0 || v.Figure <= v.Limit }

// limit is the limit and the word that says whether it is kept.
func (v verdict) limit() (limit, word string) {
	switch {
	case v.Limit == 0:
		return "", ""
	case v.passes():
		return fmt.Sprintf("%.4g", v.Limit), "pass"
	default:
		return fmt.Sprintf("%.4g", v.Limit), "FAIL"
	}
}

// judge prints verdicts, writes them to the file of --json if there is one, and says by an error that some limit is not kept.
func judge(w io.Writer, o options, verdicts []verdict) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "what\tfigure\tlimit\t\t\tdetail")
	failed := 0
	for _, v := range verdicts {
		limit, word := v.limit()
		fmt.Fprintf(t, "%s\t%.4g\t%s\t%s\t%s\t%s\n", v.What, v.Figure, limit, v.Unit, word, v.Detail)
		if !v.passes() {
			failed++
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if err := writeVerdicts(o, verdicts); err != nil {
		return err
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d figures are above their limits", failed, len(verdicts))
	}
	return nil
}

func writeVerdicts(o options, verdicts []verdict) error {
	if o.jsonPath == "" {
		return nil
	}
	b, err := json.MarshalIndent(struct {
		Options  options   `json:"options"`
		Verdicts []verdict `json:"verdicts"`
	}{o, verdicts}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(o.jsonPath, append(b, '\n'), 0o644)
}
