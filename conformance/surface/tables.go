package main

// tableTemplates make, change and delete tables: those of the lane rarely, and one that comes and goes.
var tableTemplates = []template{
	{"CreateTable", 2, func(m *maker) *object {
		s := m.schema()
		if m.chance(90) {
			s.name = "comes-and-goes"
		}
		return with(m.createTable(s), "Tags", m.maybe(20, m.tags), "TableClass", m.maybe(10, func() node { return m.oneOf("STANDARD", "STANDARD_INFREQUENT_ACCESS") }),
			"DeletionProtectionEnabled", m.maybe(5, m.truth))
	}},
	{"DeleteTable", 2, func(m *maker) *object {
		return obj("TableName", text(m.prefix+pick(m, "comes-and-goes", "comes-and-goes", "comes-and-goes", "nothing")))
	}},
	{"DescribeTable", 3, func(m *maker) *object { return obj("TableName", m.anyTable()) }},
	{"ListTables", 1, func(m *maker) *object {
		return obj("Limit", m.maybe(40, func() node { return number(m.IntN(5)) }), "ExclusiveStartTableName", m.maybe(50, m.anyTable))
	}},
	{"UpdateTable", 2, updateTable},
	{"UpdateTimeToLive", 2, func(m *maker) *object {
		return obj("TableName", m.anyTable(), "TimeToLiveSpecification", obj("Enabled", m.truth(), "AttributeName", m.oneOf("ttl", "ttl", "a", "score", "")))
	}},
	{"DescribeTimeToLive", 1, func(m *maker) *object { return obj("TableName", m.anyTable()) }},
	{"TagResource", 1, func(m *maker) *object { return obj("ResourceArn", m.arn(), "Tags", m.tags()) }},
	{"UntagResource", 1, func(m *maker) *object { return obj("ResourceArn", m.arn(), "TagKeys", m.names()) }},
	{"ListTagsOfResource", 1, func(m *maker) *object {
		return obj("ResourceArn", m.arn(), "NextToken", m.maybe(10, func() node { return m.oneOf("@NextToken@", "x", "") }))
	}},
}

func (m *maker) anyTable() node {
	if m.chance(20) {
		return text(m.prefix + pick(m, "comes-and-goes", "nothing", ""))
	}
	return m.table(m.schema())
}

func (m *maker) arn() node {
	return text("arn:aws:dynamodb:us-east-1:000000000000:table/" + m.prefix + pick(m, "hash", "range", "bytes", "comes-and-goes", "nothing"))
}

func (m *maker) tags() node {
	l := arr()
	for range 1 + m.IntN(3) {
		l.elements = append(l.elements, obj("Key", text(m.name()), "Value", text(m.str())))
	}
	return l
}

func updateTable(m *maker) *object {
	in := obj("TableName", text(m.prefix+"comes-and-goes"))
	switch m.IntN(6) {
	case 0:
		name := m.oneOf("new", "other", "by-group")
		return with(in, "AttributeDefinitions", arr(obj("AttributeName", text("grp"), "AttributeType", text("S"))),
			"GlobalSecondaryIndexUpdates", arr(obj("Create", obj("IndexName", name, "KeySchema", arr(obj("AttributeName", text("grp"), "KeyType", text("HASH"))),
				"Projection", obj("ProjectionType", m.oneOf("ALL", "KEYS_ONLY"))))))
	case 1:
		return with(in, "GlobalSecondaryIndexUpdates", arr(obj("Delete", obj("IndexName", m.oneOf("new", "other", "by-group", "by-score", "local")))))
	case 2:
		return with(in, "StreamSpecification", obj("StreamEnabled", m.truth(),
			"StreamViewType", m.maybe(70, func() node { return m.oneOf("NEW_IMAGE", "OLD_IMAGE", "KEYS_ONLY", "NEW_AND_OLD_IMAGES") })))
	case 3:
		return with(in, "BillingMode", text("PROVISIONED"), "ProvisionedThroughput", obj("ReadCapacityUnits", number(m.IntN(10)), "WriteCapacityUnits", number(1+m.IntN(10))))
	case 4:
		return with(in, "DeletionProtectionEnabled", literal("false"), "TableClass", m.oneOf("STANDARD", "STANDARD_INFREQUENT_ACCESS"))
	}
	return with(in, "BillingMode", text("PAY_PER_REQUEST"))
}
