package main

// itemTemplates are the operations on one item and on one table's items.
var itemTemplates = []template{
	{"PutItem", 14, putItem},
	{"GetItem", 8, getItem},
	{"UpdateItem", 16, updateItem},
	{"DeleteItem", 5, deleteItem},
	{"Query", 14, query},
	{"Scan", 8, scan},
}

func (m *maker) returned(kinds ...string) node {
	return m.maybe(40, func() node { return m.oneOf(kinds...) })
}

func (m *maker) capacity() node {
	return m.maybe(20, func() node { return m.oneOf("TOTAL", "INDEXES", "NONE") })
}

// written adds what PutItem, UpdateItem and DeleteItem have in common.
func (x *expression) written(in *object) *object {
	if x.chance(30) {
		in.set("ConditionExpression", text(x.condition(2)))
	}
	return x.attach(with(in, "ReturnConsumedCapacity", x.capacity(),
		"ReturnItemCollectionMetrics", x.maybe(10, func() node { return x.oneOf("SIZE", "NONE") }),
		"ReturnValuesOnConditionCheckFailure", x.returned("ALL_OLD", "NONE")))
}

// with adds members to an object; those without a value are left out.
func with(o *object, pairs ...any) *object {
	o.members = append(o.members, obj(pairs...).members...)
	return o
}

func putItem(m *maker) *object {
	s := m.schema()
	x := m.expressions(s)
	return x.written(obj("TableName", m.table(s), "Item", m.item(s), "ReturnValues", m.returned("ALL_OLD", "NONE")))
}

func getItem(m *maker) *object {
	s := m.schema()
	x := m.expressions(s)
	return x.attach(obj("TableName", m.table(s), "Key", m.keyOf(s), "ConsistentRead", m.maybe(30, m.truth),
		"ProjectionExpression", m.maybe(40, func() node { return text(x.projection()) }), "ReturnConsumedCapacity", m.capacity()))
}

func updateItem(m *maker) *object {
	s := m.schema()
	x := m.expressions(s)
	in := obj("TableName", m.table(s), "Key", m.keyOf(s), "ReturnValues", m.returned("ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "NONE"))
	if m.chance(95) {
		in.set("UpdateExpression", text(x.update()))
	}
	return x.written(in)
}

func deleteItem(m *maker) *object {
	s := m.schema()
	x := m.expressions(s)
	return x.written(obj("TableName", m.table(s), "Key", m.keyOf(s), "ReturnValues", m.returned("ALL_OLD", "NONE")))
}

// read adds what Query and Scan have in common.
func (x *expression) read(in *object) *object {
	return x.attach(with(in, "Limit", x.maybe(40, func() node { return number(1 + x.IntN(5)) }),
		"FilterExpression", x.maybe(30, func() node { return text(x.condition(2)) }),
		"ProjectionExpression", x.maybe(20, func() node { return text(x.projection()) }),
		"Select", x.maybe(12, func() node {
			return x.oneOf("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT")
		}),
		"ConsistentRead", x.maybe(20, x.truth), "ExclusiveStartKey", x.maybe(20, x.cursor), "ReturnConsumedCapacity", x.capacity()))
}

// cursor is where an answer of any table stopped, or what could be such a place.
func (x *expression) cursor() node {
	if len(x.cursors) > 0 && x.chance(70) {
		return x.cursors[x.IntN(len(x.cursors))].clone()
	}
	key := x.keyOf(x.schema)
	for _, ix := range x.schema.indexes {
		for _, k := range ix.keys {
			if x.chance(50) {
				key.set(k.name, x.keyValue(k.kind))
			}
		}
	}
	return key
}

// somewhere is the table or one of its indexes: the member that names it, and its keys.
func (m *maker) somewhere(s schema, percent int) (indexName node, keys []key) {
	if len(s.indexes) == 0 || !m.chance(percent) {
		return nil, s.keys
	}
	ix := pick(m, s.indexes...)
	return text(ix.name), ix.keys
}

func query(m *maker) *object {
	s := m.schema()
	x := m.expressions(s)
	indexName, keys := m.somewhere(s, 50)
	return x.read(obj("TableName", m.table(s), "IndexName", indexName, "KeyConditionExpression", text(x.keyCondition(keys)),
		"ScanIndexForward", m.maybe(40, m.truth)))
}

func scan(m *maker) *object {
	s := m.schema()
	x := m.expressions(s)
	indexName, _ := m.somewhere(s, 30)
	in := obj("TableName", m.table(s), "IndexName", indexName)
	if m.chance(20) {
		total := 1 + m.IntN(4)
		in = with(in, "TotalSegments", number(total), "Segment", number(m.IntN(total)))
	}
	return x.read(in)
}
