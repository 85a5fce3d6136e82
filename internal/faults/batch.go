package faults

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// batchForm is how a batch and its answer are written.
type batchForm struct {
	list    string // the member of a table's value that lists the items; empty if the value is the list
	undone  string // the member of the answer that hands items back
	nothing string // the member of the answer that has an empty list for each table; empty for none
}

var batchForms = map[string]batchForm{
	"BatchWriteItem": {undone: "UnprocessedItems"},
	"BatchGetItem":   {list: "Keys", undone: "UnprocessedKeys", nothing: "Responses"},
}

// leaveOut does a batch without the last of the items at some places, and hands those back. A batch that the engine refuses for one of
// its items is refused whole, as ever.
func leaveOut(ctx context.Context, e Next, r *request, places []int, count Count, dst []byte) ([]byte, *apierr.Error) {
	form := batchForms[r.operation]
	left := places[len(places)-count.of(len(places)):]
	in, err := parseObject(r.body)
	if err != nil {
		return e.Do(ctx, r.operation, r.body, dst)
	}
	done, undone, ok := form.split(in.get("RequestItems"), left, len(r.touched))
	if !ok || !e.Plannable(ctx, r.operation, r.body) {
		return e.Do(ctx, r.operation, r.body, dst)
	}
	if len(done) == 0 {
		return append(dst, form.empty(undone).text()...), nil
	}
	out, refused := e.Do(ctx, r.operation, in.with("RequestItems", done.text()).text(), nil)
	if refused != nil {
		return nil, refused
	}
	answer, err := parseObject(out)
	if err != nil {
		return nil, apierr.Internal(err)
	}
	more, err := parseObject(answer.get(form.undone))
	if err != nil {
		more = nil
	}
	return append(dst, answer.with(form.undone, form.join(more, undone).text()).text()...), nil
}

// split divides the tables' items into those to be done and those at the places that are not; false if there are not as many as the request
// was read to have.
func (f batchForm) split(tables []byte, left []int, count int) (done, undone object, ok bool) {
	all, err := parseObject(tables)
	if err != nil {
		return nil, nil, false
	}
	place := 0
	for _, t := range all {
		items, err := f.items(t.value)
		if err != nil {
			return nil, nil, false
		}
		var do, leave []json.RawMessage
		for _, item := range items {
			if slices.Contains(left, place) {
				leave = append(leave, item)
			} else {
				do = append(do, item)
			}
			place++
		}
		if len(do) > 0 {
			done = append(done, member{t.name, f.value(t.value, do)})
		}
		if len(leave) > 0 {
			undone = append(undone, member{t.name, f.value(t.value, leave)})
		}
	}
	return done, undone, place == count
}

// items are those of a table.
func (f batchForm) items(table json.RawMessage) ([]json.RawMessage, error) {
	if f.list == "" {
		return parseList(table)
	}
	settings, err := parseObject(table)
	if err != nil {
		return nil, err
	}
	return parseList(settings.get(f.list))
}

// value is a table's with other items.
func (f batchForm) value(table json.RawMessage, items []json.RawMessage) json.RawMessage {
	if f.list == "" {
		return listText(items)
	}
	settings, _ := parseObject(table) // items has read it
	return settings.with(f.list, listText(items)).text()
}

// join adds tables' items to others that are undone, too.
func (f batchForm) join(undone, more object) object {
	for _, t := range more {
		value := t.value
		if there := undone.get(t.name); there != nil {
			first, err := f.items(there)
			second, _ := f.items(t.value) // value made it
			if err == nil {
				value = f.value(there, append(first, second...))
			}
		}
		undone = undone.with(t.name, value)
	}
	return undone
}

// empty is the answer of a batch of which nothing is done.
func (f batchForm) empty(undone object) object {
	answer := object{{f.undone, undone.text()}}
	if f.nothing == "" {
		return answer
	}
	var tables object
	for _, t := range undone {
		tables = append(tables, member{t.name, listText(nil)})
	}
	return append(object{{f.nothing, tables.text()}}, answer...)
}
