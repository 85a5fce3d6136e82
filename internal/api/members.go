package api

// servedMembers lists the operations this server answers.
var servedMembers = map[string]map[string]string{
	"CreateTable": nil, "DescribeTable": nil, "UpdateTable": nil, "DeleteTable": nil, "ListTables": nil,
	"PutItem": nil, "GetItem": nil, "UpdateItem": nil, "DeleteItem": nil, "Query": nil, "Scan": nil,
	"BatchGetItem": nil, "BatchWriteItem": nil, "DescribeEndpoints": nil, "DescribeLimits": nil,
}
