package main

import "sort"

// groupNames are the generated files, in order: a shape that several of them need goes into the first.
var groupNames = []string{"items", "tables", "transactions", "settings", "global", "backups", "bulk", "vectors", "streams"}

// operationGroups says which file an operation belongs to.
var operationGroups = map[string]string{
	"PutItem": "items", "GetItem": "items", "UpdateItem": "items", "DeleteItem": "items", "Query": "items", "Scan": "items",
	"BatchGetItem": "items", "BatchWriteItem": "items",

	"CreateTable": "tables", "DescribeTable": "tables", "UpdateTable": "tables", "DeleteTable": "tables", "ListTables": "tables",
	"DescribeLimits": "tables", "DescribeEndpoints": "tables",

	"TransactGetItems": "transactions", "TransactWriteItems": "transactions", "ExecuteStatement": "transactions",
	"ExecuteTransaction": "transactions", "BatchExecuteStatement": "transactions",

	"CreateGlobalTable": "global", "DescribeGlobalTable": "global", "DescribeGlobalTableSettings": "global", "ListGlobalTables": "global",
	"UpdateGlobalTable": "global", "UpdateGlobalTableSettings": "global", "DescribeTableReplicaAutoScaling": "global",
	"UpdateTableReplicaAutoScaling": "global",

	"CreateBackup": "backups", "DeleteBackup": "backups", "DescribeBackup": "backups", "ListBackups": "backups",
	"DescribeContinuousBackups": "backups", "UpdateContinuousBackups": "backups", "RestoreTableFromBackup": "backups",
	"RestoreTableToPointInTime": "backups",

	"ExportTableToPointInTime": "bulk", "DescribeExport": "bulk", "ListExports": "bulk", "ImportTable": "bulk", "DescribeImport": "bulk",
	"ListImports": "bulk", "StartBulkPutItems": "bulk", "CancelBulkOperation": "bulk", "DescribeBulkOperation": "bulk", "ListBulkOperations": "bulk",

	"SearchVectors": "vectors",

	"DescribeStream": "streams", "GetRecords": "streams", "GetShardIterator": "streams", "ListStreams": "streams",
}

// groupOf is the index of the operation's file; what no line above names is a setting of a table.
func groupOf(operation string) int {
	name := operationGroups[operation]
	if name == "" {
		name = "settings"
	}
	for i, g := range groupNames {
		if g == name {
			return i
		}
	}
	panic("no group " + name)
}

type group struct {
	name    string
	structs []*shape
}

// groups lists the structures of every file, by name.
func (m *model) groups() []group {
	out := make([]group, len(groupNames))
	for i, name := range groupNames {
		out[i].name = name
	}
	for _, s := range m.shapes {
		if s.Type != "structure" || s.name == "AttributeValue" || !s.inInput && !s.inOutput {
			continue
		}
		out[s.group].structs = append(out[s.group].structs, s)
	}
	for _, g := range out {
		sort.Slice(g.structs, func(i, j int) bool { return g.structs[i].name < g.structs[j].name })
	}
	return out
}

// groupFile writes the types of a group and everything that is made for them.
func (m *model) groupFile(g group) *printer {
	p := newPrinter()
	for _, s := range g.structs {
		m.writeType(p, s)
		if s.inInput {
			m.writeDecode(p, s)
			m.writeCheck(p, s)
		}
		if s.inInput && s.echoed {
			m.writeEcho(p, s)
		}
		if s.inOutput {
			m.writeAppend(p, s)
		}
	}
	return p
}
