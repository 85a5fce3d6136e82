package faults

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
)

// member is one of a JSON object's. What rules leave of a request goes on as it was written.
type member struct {
	name  string
	value json.RawMessage
}

type object []member

var errNoObject = errors.New("no JSON object")

// parseObject reads an object whose members keep their order.
func parseObject(text []byte) (o object, err error) {
	d := json.NewDecoder(bytes.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errNoObject
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		m := member{name: name.(string)} // the names of members are strings, says the decoder
		if err := d.Decode(&m.value); err != nil {
			return nil, err
		}
		if i := o.find(m.name); i >= 0 { // sent twice: the last value counts, in the first place
			o[i] = m
		} else {
			o = append(o, m)
		}
	}
	return o, nil
}

// get gives the value of a member, nil if there is none.
func (o object) get(name string) json.RawMessage {
	if i := o.find(name); i >= 0 {
		return o[i].value
	}
	return nil
}

// with gives the object with a member set.
func (o object) with(name string, value json.RawMessage) object {
	if i := o.find(name); i >= 0 {
		changed := slices.Clone(o)
		changed[i].value = value
		return changed
	}
	return append(slices.Clip(o), member{name, value})
}

func (o object) find(name string) int {
	return slices.IndexFunc(o, func(m member) bool { return m.name == name })
}

func (o object) text() json.RawMessage {
	parts := make([][]byte, len(o))
	for i, m := range o {
		name, _ := json.Marshal(m.name) // a string always can be
		parts[i] = slices.Concat(name, []byte{':'}, m.value)
	}
	return slices.Concat([]byte{'{'}, bytes.Join(parts, []byte{','}), []byte{'}'})
}

func parseList(text []byte) (list []json.RawMessage, err error) {
	return list, json.Unmarshal(text, &list)
}

func listText(list []json.RawMessage) json.RawMessage {
	parts := make([][]byte, len(list))
	for i := range list {
		parts[i] = list[i]
	}
	return slices.Concat([]byte{'['}, bytes.Join(parts, []byte{','}), []byte{']'})
}
