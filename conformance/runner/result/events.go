package result

import "encoding/json"

// event is a line of CONFORMANCE_EVENTS.
type event struct {
	Event string `json:"event"`
	Total int    `json:"total"` // of "plan"
	Text  string `json:"text"`  // of "note"
	Case         // of "case"; "plan" has its file
}

// EventsReader reads JSON lines.
type EventsReader struct{ *Collector }

// Line takes one line. One that is no event is kept as garbage: what it should have told might have been a failure.
func (r EventsReader) Line(line string) {
	var e event
	if err := json.Unmarshal([]byte(line), &e); err != nil {
		r.Garbage(line)
		return
	}
	switch e.Event {
	case "plan":
		r.Plan(e.File, e.Total)
	case "case":
		r.Add(e.Case)
	case "note":
		r.Note(e.Text)
	default:
		r.Garbage(line)
	}
}

// End has nothing left to do: events stand for themselves.
func (r EventsReader) End(bool) {}
