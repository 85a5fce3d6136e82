package main

import (
	"bytes"
	"regexp"
	"slices"
)

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

var tableNames = regexp.MustCompile(`"TableName":"([a-zA-Z0-9_.-]{3,255})"`)

// makesForeign says whether a request might make a table that other lanes might make, too, as mutations have it.
func (r *request) makesForeign(prefix string) bool {
	if r.operation != "CreateTable" {
		return false
	}
	return slices.ContainsFunc(tableNames.FindAllSubmatch(r.text(), -1), func(found [][]byte) bool { return !bytes.HasPrefix(found[1], []byte(prefix)) })
}

// tells is what a request has where each side gets a value of its own.
var tells = regexp.MustCompile(`@[A-Z][A-Za-z]+@`)

// storesOwn says whether a request may write something into an item that is each side's own: as a key it would stand in another place of the
// table on each side.
func (r *request) storesOwn() bool {
	switch r.operation {
	case "PutItem", "UpdateItem", "BatchWriteItem", "TransactWriteItems", "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction":
		return tells.Match(r.text())
	}
	return false
}

// template makes requests of one operation.
type template struct {
	operation string
	weight    int
	make      func(*maker) *object
}

// groups are all templates, and in percent how often each group comes. Tables are dear to make and to delete.
var groups = []struct {
	percent   int
	templates []template
}{
	{91, slices.Concat(itemTemplates, legacyTemplates, severalTemplates, statementTemplates, streamTemplates)},
	{5, tableTemplates},
	{4, otherTemplates},
}

// request makes one of a random operation.
func (m *maker) request() *request {
	m.made++
	n := m.IntN(100)
	for _, g := range groups {
		if n -= g.percent; n < 0 {
			t := m.template(g.templates)
			return &request{operation: t.operation, body: t.make(m), changes: changing[t.operation]}
		}
	}
	panic("percents do not add up")
}

// template is one of some, by their weights.
func (m *maker) template(from []template) template {
	sum := 0
	for _, t := range from {
		sum += t.weight
	}
	n := m.IntN(sum)
	for _, t := range from {
		if n -= t.weight; n < 0 {
			return t
		}
	}
	panic("weights do not add up")
}

// changing are operations after which a table may be under way to another state.
var changing = map[string]bool{"CreateTable": true, "UpdateTable": true, "DeleteTable": true}
