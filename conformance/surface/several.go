package main

import "fmt"

// severalTemplates are the operations on several items.
var severalTemplates = []template{
	{"BatchGetItem", 5, batchGetItem},
	{"BatchWriteItem", 5, batchWriteItem},
	{"TransactGetItems", 4, transactGetItems},
	{"TransactWriteItems", 9, transactWriteItems},
}

func batchGetItem(m *maker) *object {
	tables := obj()
	for range 1 + m.IntN(2) {
		s := m.schema()
		x := m.expressions(s)
		keys := arr()
		for range 1 + m.IntN(4) {
			keys.elements = append(keys.elements, m.keyOf(s))
		}
		of := obj("Keys", keys, "ConsistentRead", m.maybe(20, m.truth),
			"ProjectionExpression", m.maybe(30, func() node { return text(x.projection()) }), "AttributesToGet", m.maybe(5, m.names))
		tables.set(m.prefix+s.name, x.attach(of))
	}
	return obj("RequestItems", tables, "ReturnConsumedCapacity", m.capacity())
}

func batchWriteItem(m *maker) *object {
	tables := obj()
	for range 1 + m.IntN(2) {
		s := m.schema()
		writes := arr()
		for range 1 + m.IntN(4) {
			if m.chance(70) {
				writes.elements = append(writes.elements, obj("PutRequest", obj("Item", m.item(s))))
			} else {
				writes.elements = append(writes.elements, obj("DeleteRequest", obj("Key", m.keyOf(s))))
			}
		}
		tables.set(m.prefix+s.name, writes)
	}
	return obj("RequestItems", tables, "ReturnConsumedCapacity", m.capacity(),
		"ReturnItemCollectionMetrics", m.maybe(10, func() node { return m.oneOf("SIZE", "NONE") }))
}

func transactGetItems(m *maker) *object {
	items := arr()
	for range 1 + m.IntN(4) {
		s := m.schema()
		x := m.expressions(s)
		items.elements = append(items.elements, obj("Get", x.attach(obj("TableName", m.table(s), "Key", m.keyOf(s),
			"ProjectionExpression", m.maybe(30, func() node { return text(x.projection()) })))))
	}
	return obj("TransactItems", items, "ReturnConsumedCapacity", m.capacity())
}

// tokens are few, so that they come again, with the same request or another one.
var tokens = []string{"1", "2", "3", "t", "ä", "012345678901234567890123456789"}

// tokenRequests is how many requests of a lane have the same tokens. Less than ten minutes pass meanwhile: whether a token is still known then
// hangs on milliseconds.
const tokenRequests = 10_000

// token is one of the lane alone, since lanes reach both servers in any order.
func (m *maker) token() node {
	return m.maybe(15, func() node {
		return text(fmt.Sprintf("%s%d-%s", m.prefix, m.made/tokenRequests, pick(m, tokens...)))
	})
}

func transactWriteItems(m *maker) *object {
	items := arr()
	for range 1 + m.IntN(4) {
		items.elements = append(items.elements, m.action())
	}
	return obj("TransactItems", items, "ClientRequestToken", m.token(), "ReturnConsumedCapacity", m.capacity())
}

func (m *maker) action() node {
	s := m.schema()
	x := m.expressions(s)
	in := obj("TableName", m.table(s))
	kind := pick(m, "Put", "Put", "Update", "Update", "Delete", "ConditionCheck")
	switch kind {
	case "Put":
		in.set("Item", m.item(s))
	case "Update":
		in = with(in, "Key", m.keyOf(s), "UpdateExpression", text(x.update()))
	default:
		in.set("Key", m.keyOf(s))
	}
	if kind == "ConditionCheck" || m.chance(15) {
		in.set("ConditionExpression", text(x.condition(1)))
	}
	return obj(kind, x.attach(with(in, "ReturnValuesOnConditionCheckFailure", m.returned("ALL_OLD", "NONE"))))
}
