package main

// otherTemplates are the operations that are served in part or refused: each with a few members out of the vocabulary.
var otherTemplates = vague(
	"CancelBulkOperation", "CreateBackup", "CreateGlobalTable", "DeleteBackup", "DeleteResourcePolicy", "DescribeBackup", "DescribeBulkOperation",
	"DescribeContinuousBackups", "DescribeContributorInsights", "DescribeEndpoints", "DescribeExport", "DescribeGlobalTable", "DescribeGlobalTableSettings",
	"DescribeImport", "DescribeKinesisStreamingDestination", "DescribeLimits", "DescribeTableReplicaAutoScaling", "DisableKinesisStreamingDestination",
	"EnableKinesisStreamingDestination", "ExportTableToPointInTime", "GetResourcePolicy", "ImportTable", "ListBackups", "ListBulkOperations",
	"ListContributorInsights", "ListExports", "ListGlobalTables", "ListImports", "PutResourcePolicy", "RestoreTableFromBackup", "RestoreTableToPointInTime",
	"SearchVectors", "StartBulkPutItems", "UpdateContinuousBackups", "UpdateContributorInsights", "UpdateGlobalTable", "UpdateGlobalTableSettings",
	"UpdateKinesisStreamingDestination", "UpdateTableReplicaAutoScaling", "Nonsense",
)

func vague(operations ...string) (all []template) {
	for _, operation := range operations {
		all = append(all, template{operation, 1, func(m *maker) *object {
			o := obj()
			if m.chance(70) {
				o.set("TableName", m.anyTable())
			}
			for range m.IntN(4) {
				name := pick(m, vocabulary...)
				o.set(name, m.plausible(name))
			}
			return o
		}})
	}
	return all
}

// vocabulary are members of requests.
var vocabulary = []string{
	"TableName", "TargetTableName", "SourceTableName", "GlobalTableName", "BackupArn", "BackupName", "ResourceArn", "TableArn", "ExportArn", "ImportArn", "StreamArn", "Policy",
	"ExpectedRevisionId", "Tags", "TagKeys", "Limit", "MaxResults", "NextToken", "ExclusiveStartTableName", "ReplicationGroup", "ReplicaUpdates",
	"PointInTimeRecoverySpecification", "ContributorInsightsAction", "IndexName", "S3Bucket", "S3BucketSource", "InputFormat", "TableCreationParameters",
	"ClientToken", "RestoreDateTime", "UseLatestRestorableTime", "TimeRangeLowerBound", "Select", "ReturnValues", "ReturnConsumedCapacity", "ConditionalOperator",
	"AttributesToGet", "Expected", "Key", "Item", "ConsistentRead", "ExpressionAttributeNames", "ExpressionAttributeValues", "ConditionExpression", "UpdateExpression",
	"ProjectionExpression", "FilterExpression", "KeyConditionExpression", "ScanFilter", "ExclusiveStartKey", "TotalSegments", "Segment", "ClientRequestToken",
}

// plausible is what a member of that name could have.
func (m *maker) plausible(name string) node {
	switch name {
	case "BackupArn", "ResourceArn", "TableArn", "ExportArn", "ImportArn", "StreamArn":
		return m.arn()
	case "Limit", "MaxResults", "TotalSegments", "Segment", "TimeRangeLowerBound", "RestoreDateTime":
		return number(m.IntN(200) - 2)
	case "Tags":
		return m.tags()
	case "TagKeys", "AttributesToGet", "ReplicationGroup", "ReplicaUpdates":
		return m.names()
	case "UseLatestRestorableTime", "ConsistentRead":
		return m.truth()
	case "Key", "Item", "ExclusiveStartKey", "ExpressionAttributeValues":
		return m.attributes(2, 1)
	case "PointInTimeRecoverySpecification":
		return obj("PointInTimeRecoveryEnabled", m.truth())
	case "S3BucketSource", "TableCreationParameters", "ExpressionAttributeNames", "Expected", "ScanFilter":
		return obj(m.name(), m.oneOf("x", "ALL", "a"))
	}
	return text(pick(m, "x", "a = :v0", "ENABLE", "ALL_OLD", "COUNT", "AND", "SET a = b", m.prefix+"hash", m.str()))
}
