package main

// schema is what a table's keys are, as far as makers must know.
type schema struct {
	name    string
	keys    []key
	indexes []index
	stream  bool
}

// key is a key attribute: its name and type, S, N or B.
type key struct{ name, kind string }

type index struct {
	name       string
	keys       []key
	projection string
	local      bool
}

// schemas are the tables that each lane has from the start. Names get the lane's prefix.
var schemas = []schema{
	{name: "hash", keys: []key{{"pk", "S"}}, stream: true},
	{name: "range", keys: []key{{"pk", "S"}, {"sk", "N"}}, indexes: []index{
		{name: "by-group", keys: []key{{"grp", "S"}, {"score", "N"}}, projection: "ALL"},
		{name: "by-score", keys: []key{{"score", "N"}}, projection: "KEYS_ONLY"},
		{name: "local", keys: []key{{"pk", "S"}, {"score", "N"}}, projection: "ALL", local: true},
	}},
	{name: "bytes", keys: []key{{"pk", "B"}, {"sk", "S"}}, stream: true, indexes: []index{
		{name: "turned", keys: []key{{"sk", "S"}, {"pk", "B"}}, projection: "KEYS_ONLY"},
	}},
	{name: "numbers", keys: []key{{"pk", "N"}}, indexes: []index{
		{name: "by-group", keys: []key{{"grp", "S"}}, projection: "ALL"},
	}},
}

func (m *maker) schema() schema { return pick(m, schemas...) }

// table is the name of a table of the lane, or its ARN.
func (m *maker) table(s schema) node {
	if m.chance(4) {
		return text("arn:aws:dynamodb:us-east-1:000000000000:table/" + m.prefix + s.name)
	}
	return text(m.prefix + s.name)
}

var (
	keyStrings = []string{"k1", "k2", "k3", "k4", "k5", "ä", "a\u0000b", "日本"}
	keyNumbers = []string{"0", "1", "2", "3", "-1", "1.5", "1e3", "99999999999999999999999999999999999999", "-1E-130"}
	keyBytes   = []string{"AA==", "AQ==", "/w==", "AAE=", "YWJj"}
)

// keyValue is a value of few that a key attribute can have.
func (m *maker) keyValue(kind string) node {
	switch {
	case m.chance(3):
		return m.value(1)
	case kind == "S":
		return obj("S", m.oneOf(keyStrings...))
	case kind == "N":
		return obj("N", m.oneOf(keyNumbers...))
	}
	return obj("B", m.oneOf(keyBytes...))
}

func (m *maker) keyOf(s schema) *object {
	o := obj()
	for _, k := range s.keys {
		o.set(k.name, m.keyValue(k.kind))
	}
	return o
}

// item is one of the table's: key, index keys that mostly fit, and other attributes.
func (m *maker) item(s schema) *object {
	o := m.keyOf(s)
	seen := map[string]bool{"pk": true, "sk": true}
	for _, ix := range s.indexes {
		for _, k := range ix.keys {
			if !seen[k.name] && m.chance(75) {
				o.set(k.name, m.keyValue(k.kind))
			}
			seen[k.name] = true
		}
	}
	for _, a := range m.attributes(m.IntN(6), 2).members {
		if !seen[a.name] {
			o.members = append(o.members, a)
		}
	}
	return o
}

// createTable is the request that makes the table.
func (m *maker) createTable(s schema) *object {
	defined, definitions := map[string]bool{}, arr()
	define := func(keys []key) node {
		elements := arr()
		for i, k := range keys {
			elements.elements = append(elements.elements, obj("AttributeName", text(k.name), "KeyType", text([]string{"HASH", "RANGE"}[i])))
			if !defined[k.name] {
				definitions.elements = append(definitions.elements, obj("AttributeName", text(k.name), "AttributeType", text(k.kind)))
			}
			defined[k.name] = true
		}
		return elements
	}
	in := obj("TableName", text(m.prefix+s.name), "BillingMode", text("PAY_PER_REQUEST"), "KeySchema", define(s.keys))
	kinds := map[bool]*list{false: arr(), true: arr()}
	for _, ix := range s.indexes {
		kinds[ix.local].elements = append(kinds[ix.local].elements,
			obj("IndexName", text(ix.name), "KeySchema", define(ix.keys), "Projection", obj("ProjectionType", text(ix.projection))))
	}
	in.set("AttributeDefinitions", definitions)
	if global := kinds[false]; len(global.elements) > 0 {
		in.set("GlobalSecondaryIndexes", global)
	}
	if local := kinds[true]; len(local.elements) > 0 {
		in.set("LocalSecondaryIndexes", local)
	}
	if s.stream {
		in.set("StreamSpecification", obj("StreamEnabled", literal("true"), "StreamViewType", text("NEW_AND_OLD_IMAGES")))
	}
	return in
}
