package main

import "slices"

// request is one of an operation, as it is sent to both sides.
type request struct {
	operation string
	head      head
	body      node
	raw       []byte // instead of body, if a body was changed byte by byte
	// changes says that definitions of tables may be under way after it.
	changes bool
}

// text is the body as it is sent, but for what each side has its own values of.
func (r *request) text() []byte {
	if r.raw != nil {
		return r.raw
	}
	return r.body.appendJSON(nil)
}

// template makes requests of one operation.
type template struct {
	operation string
	weight    int
	make      func(*maker) *object
}

// templates are the operations that do something. Weights say how often they come.
var templates = slices.Concat(itemTemplates, legacyTemplates, severalTemplates, statementTemplates, tableTemplates, streamTemplates)

var weightOfAll = func() (sum int) {
	for _, t := range templates {
		sum += t.weight
	}
	return sum
}()

// request makes one of a random operation.
func (m *maker) request() *request {
	t := m.template()
	return &request{operation: t.operation, body: t.make(m), changes: changing[t.operation]}
}

func (m *maker) template() template {
	if m.chance(4) {
		return pick(m, otherTemplates...)
	}
	n := m.IntN(weightOfAll)
	for _, t := range templates {
		if n -= t.weight; n < 0 {
			return t
		}
	}
	panic("weights do not add up")
}

// changing are operations after which a table may be under way to another state.
var changing = map[string]bool{"CreateTable": true, "UpdateTable": true, "DeleteTable": true}
