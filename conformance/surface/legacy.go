package main

// legacyTemplates are requests with the parameters from before expressions.
var legacyTemplates = []template{
	{"PutItem", 2, func(m *maker) *object {
		s := m.schema()
		return m.expected(obj("TableName", m.table(s), "Item", m.item(s)))
	}},
	{"DeleteItem", 1, func(m *maker) *object {
		s := m.schema()
		return m.expected(obj("TableName", m.table(s), "Key", m.keyOf(s)))
	}},
	{"UpdateItem", 3, legacyUpdate},
	{"GetItem", 1, func(m *maker) *object {
		s := m.schema()
		return obj("TableName", m.table(s), "Key", m.keyOf(s), "AttributesToGet", m.names())
	}},
	{"Query", 3, legacyQuery},
	{"Scan", 2, func(m *maker) *object {
		s := m.schema()
		return obj("TableName", m.table(s), "ScanFilter", m.comparisons(), "ConditionalOperator", m.joined(),
			"AttributesToGet", m.maybe(30, m.names))
	}},
}

func (m *maker) joined() node {
	return m.maybe(30, func() node { return m.oneOf("AND", "OR") })
}

func (m *maker) names() node {
	l := arr()
	for range 1 + m.IntN(3) {
		l.elements = append(l.elements, text(m.name()))
	}
	return l
}

// operators are those of conditions, with the least and the highest number of values they take.
var operators = []struct {
	name          string
	least, values int
}{
	{"EQ", 1, 1}, {"NE", 1, 1}, {"LT", 1, 1}, {"LE", 1, 1}, {"GT", 1, 1}, {"GE", 1, 1}, {"BEGINS_WITH", 1, 1}, {"CONTAINS", 1, 1},
	{"NOT_CONTAINS", 1, 1}, {"NULL", 0, 0}, {"NOT_NULL", 0, 0}, {"IN", 1, 4}, {"BETWEEN", 2, 2},
}

func (m *maker) comparison(value func() node) node {
	op := pick(m, operators...)
	l := arr()
	for range op.least + m.IntN(op.values-op.least+1) {
		l.elements = append(l.elements, value())
	}
	in := obj("ComparisonOperator", text(op.name))
	if len(l.elements) > 0 || m.chance(10) {
		in.set("AttributeValueList", l)
	}
	return in
}

// comparisons are conditions by attribute.
func (m *maker) comparisons() node {
	o := obj()
	for range 1 + m.IntN(3) {
		o.set(m.name(), m.comparison(func() node { return m.value(1) }))
	}
	return o
}

func (m *maker) expected(in *object) *object {
	o := obj()
	for range 1 + m.IntN(2) {
		switch m.IntN(3) {
		case 0:
			o.set(m.name(), obj("Exists", literal("false")))
		case 1:
			o.set(m.name(), obj("Value", m.value(1), "Exists", m.maybe(30, m.truth)))
		default:
			o.set(m.name(), m.comparison(func() node { return m.value(1) }))
		}
	}
	return with(in, "Expected", o, "ConditionalOperator", m.joined(), "ReturnValues", m.returned("ALL_OLD", "NONE"))
}

func legacyUpdate(m *maker) *object {
	s := m.schema()
	updates := obj()
	for range 1 + m.IntN(3) {
		action := pick(m, "PUT", "ADD", "DELETE", "PUT")
		updates.set(m.name(), obj("Action", text(action), "Value", m.maybe(80, func() node { return m.value(1) })))
	}
	in := obj("TableName", m.table(s), "Key", m.keyOf(s), "AttributeUpdates", updates)
	if m.chance(30) {
		return m.expected(in)
	}
	return with(in, "ReturnValues", m.returned("ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"))
}

func legacyQuery(m *maker) *object {
	s := m.schema()
	indexName, keys := m.somewhere(s, 40)
	conditions := obj(keys[0].name, obj("ComparisonOperator", text("EQ"), "AttributeValueList", arr(m.keyValue(keys[0].kind))))
	if len(keys) > 1 && m.chance(60) {
		conditions.set(keys[1].name, m.comparison(func() node { return m.keyValue(keys[1].kind) }))
	}
	return obj("TableName", m.table(s), "IndexName", indexName, "KeyConditions", conditions,
		"QueryFilter", m.maybe(40, m.comparisons), "ConditionalOperator", m.joined(), "AttributesToGet", m.maybe(20, m.names),
		"Limit", m.maybe(30, func() node { return number(1 + m.IntN(4)) }), "ScanIndexForward", m.maybe(30, m.truth))
}
