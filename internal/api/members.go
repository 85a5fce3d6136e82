package api

// membersOf says what becomes of the members of an input or of a structure in it. Every member that the model has
// stands in exactly one of the three; a test compares this with the generated types.
type membersOf struct {
	// handled members do what the service's documentation says.
	handled []string
	// refused members are answered with a ValidationException that names them.
	refused []string
	// ignored members are accepted without effect, for the reason given.
	ignored map[string]string
}

// servedMembers lists the operations this server answers, with the members of their inputs.
var servedMembers = map[string]membersOf{
	"CreateTable": {
		handled: []string{
			"AttributeDefinitions", "TableName", "KeySchema", "LocalSecondaryIndexes", "GlobalSecondaryIndexes", "BillingMode",
			"ProvisionedThroughput", "SSESpecification", "TableClass", "DeletionProtectionEnabled", "WarmThroughput",
			"OnDemandThroughput", "StreamSpecification", "Tags",
		},
		refused: []string{"ResourcePolicy", "GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "VectorIndexes"},
	},
	"DescribeTable": {handled: []string{"TableName"}},
	"UpdateTable": {
		handled: []string{
			"AttributeDefinitions", "TableName", "BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexUpdates",
			"SSESpecification", "TableClass", "DeletionProtectionEnabled", "OnDemandThroughput", "WarmThroughput", "StreamSpecification",
		},
		refused: []string{
			"ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates",
			"GlobalTableSettingsReplicationMode", "DisassociationProtectionEnabled", "VectorIndexUpdates",
		},
	},
	"DeleteTable": {handled: []string{"TableName"}},
	"ListTables":  {handled: []string{"ExclusiveStartTableName", "Limit"}},
	"PutItem": {handled: []string{
		"TableName", "Item", "Expected", "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ConditionalOperator",
		"ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
	}},
	"GetItem": {handled: []string{
		"TableName", "Key", "AttributesToGet", "ConsistentRead", "ReturnConsumedCapacity", "ProjectionExpression", "ExpressionAttributeNames",
	}},
	"UpdateItem": {handled: []string{
		"TableName", "Key", "AttributeUpdates", "Expected", "ConditionalOperator", "ReturnValues", "ReturnConsumedCapacity",
		"ReturnItemCollectionMetrics", "UpdateExpression", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
		"ReturnValuesOnConditionCheckFailure",
	}},
	"DeleteItem": {handled: []string{
		"TableName", "Key", "Expected", "ConditionalOperator", "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics",
		"ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
	}},
	"Query": {handled: []string{
		"TableName", "IndexName", "Select", "AttributesToGet", "Limit", "ConsistentRead", "KeyConditions", "QueryFilter",
		"ConditionalOperator", "ScanIndexForward", "ExclusiveStartKey", "ReturnConsumedCapacity", "ProjectionExpression",
		"FilterExpression", "KeyConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
	}},
	"Scan": {handled: []string{
		"TableName", "IndexName", "AttributesToGet", "Limit", "Select", "ScanFilter", "ConditionalOperator", "ExclusiveStartKey",
		"ReturnConsumedCapacity", "TotalSegments", "Segment", "ProjectionExpression", "FilterExpression", "ExpressionAttributeNames",
		"ExpressionAttributeValues", "ConsistentRead",
	}},
	"BatchGetItem":     {handled: []string{"RequestItems", "ReturnConsumedCapacity"}},
	"BatchWriteItem":   {handled: []string{"RequestItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics"}},
	"TransactGetItems": {handled: []string{"TransactItems", "ReturnConsumedCapacity"}},
	"TransactWriteItems": {handled: []string{
		"TransactItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ClientRequestToken",
	}},
	"ExecuteStatement": {handled: []string{
		"Statement", "Parameters", "ConsistentRead", "NextToken", "ReturnConsumedCapacity", "Limit", "ReturnValuesOnConditionCheckFailure",
	}},
	"BatchExecuteStatement": {handled: []string{"Statements", "ReturnConsumedCapacity"}},
	"ExecuteTransaction":    {handled: []string{"TransactStatements", "ClientRequestToken", "ReturnConsumedCapacity"}},
	"TagResource":           {handled: []string{"ResourceArn", "Tags"}},
	"UntagResource":         {handled: []string{"ResourceArn", "TagKeys"}},
	"ListTagsOfResource": {
		handled: []string{"ResourceArn"},
		ignored: map[string]string{"NextToken": "all tags of a table fit into one answer, so that none is ever given out"},
	},
	"DescribeContinuousBackups": {handled: []string{"TableName"}},
	"DescribeTimeToLive":        {handled: []string{"TableName"}},
	"UpdateTimeToLive":          {handled: []string{"TableName", "TimeToLiveSpecification"}},
	"DescribeEndpoints":         {},
	"DescribeLimits":            {},
	"ListStreams":               {handled: []string{"TableName", "Limit", "ExclusiveStartStreamArn"}},
	"DescribeStream":            {handled: []string{"StreamArn", "Limit", "ExclusiveStartShardId", "ShardFilter"}},
	"GetShardIterator":          {handled: []string{"StreamArn", "ShardId", "ShardIteratorType", "SequenceNumber", "Timestamp"}},
	"GetRecords":                {handled: []string{"ShardIterator", "Limit"}},
}

// nestedMembers are the structures inside of the served operations' inputs, but for those that only refused or ignored
// members hold.
var nestedMembers = map[string]membersOf{
	"AttributeDefinition":              {handled: []string{"AttributeName", "AttributeType"}},
	"KeySchemaElement":                 {handled: []string{"AttributeName", "KeyType"}},
	"LocalSecondaryIndex":              {handled: []string{"IndexName", "KeySchema", "Projection"}},
	"GlobalSecondaryIndex":             {handled: []string{"IndexName", "KeySchema", "Projection", "ProvisionedThroughput", "OnDemandThroughput", "WarmThroughput"}},
	"GlobalSecondaryIndexUpdate":       {handled: []string{"Update", "Create", "Delete"}},
	"CreateGlobalSecondaryIndexAction": {handled: []string{"IndexName", "KeySchema", "Projection", "ProvisionedThroughput", "OnDemandThroughput", "WarmThroughput"}},
	"DeleteGlobalSecondaryIndexAction": {handled: []string{"IndexName"}},
	"UpdateGlobalSecondaryIndexAction": {handled: []string{"IndexName", "ProvisionedThroughput", "OnDemandThroughput", "WarmThroughput"}},
	"Projection":                       {handled: []string{"ProjectionType", "NonKeyAttributes"}},
	"ProvisionedThroughput":            {handled: []string{"ReadCapacityUnits", "WriteCapacityUnits"}},
	"OnDemandThroughput":               {handled: []string{"MaxReadRequestUnits", "MaxWriteRequestUnits"}},
	"WarmThroughput":                   {handled: []string{"ReadUnitsPerSecond", "WriteUnitsPerSecond"}},
	"StreamSpecification":              {handled: []string{"StreamEnabled", "StreamViewType"}},
	"SSESpecification": {
		handled: []string{"Enabled", "KMSMasterKeyId"},
		ignored: map[string]string{"SSEType": "the service knows one type only"},
	},
	"ExpectedAttributeValue": {handled: []string{"Value", "Exists", "ComparisonOperator", "AttributeValueList"}},
	"AttributeValueUpdate":   {handled: []string{"Value", "Action"}},
	"Condition":              {handled: []string{"AttributeValueList", "ComparisonOperator"}},
	"KeysAndAttributes":      {handled: []string{"Keys", "AttributesToGet", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames"}},
	"WriteRequest":           {handled: []string{"PutRequest", "DeleteRequest"}},
	"PutRequest":             {handled: []string{"Item"}},
	"DeleteRequest":          {handled: []string{"Key"}},
	"TransactGetItem":        {handled: []string{"Get"}},
	"Get":                    {handled: []string{"Key", "TableName", "ProjectionExpression", "ExpressionAttributeNames"}},
	"TransactWriteItem":      {handled: []string{"ConditionCheck", "Put", "Delete", "Update"}},
	"ConditionCheck": {handled: []string{
		"Key", "TableName", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
	}},
	"Put": {handled: []string{
		"Item", "TableName", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
	}},
	"Delete": {handled: []string{
		"Key", "TableName", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
	}},
	"Update": {handled: []string{
		"Key", "UpdateExpression", "TableName", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
		"ReturnValuesOnConditionCheckFailure",
	}},
	"BatchStatementRequest":   {handled: []string{"Statement", "Parameters", "ConsistentRead", "ReturnValuesOnConditionCheckFailure"}},
	"ParameterizedStatement":  {handled: []string{"Statement", "Parameters", "ReturnValuesOnConditionCheckFailure"}},
	"Tag":                     {handled: []string{"Key", "Value"}},
	"TimeToLiveSpecification": {handled: []string{"Enabled", "AttributeName"}},
	"ShardFilter":             {handled: []string{"Type", "ShardId"}},
}
