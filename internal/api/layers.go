package api

// This file is data: the words of the service's two validation layers, which operation is read by which, and the
// order in which each reports what it found. The service moves operations from the older to the newer layer, region
// by region; the state here is the newest known.

// Texts of constraints.
const (
	textDetected      = " detected: "
	textFailed        = " failed to satisfy constraint: "
	textNotNull       = "Member must not be null"
	textLengthAtLeast = "Member must have length greater than or equal to "
	textLengthAtMost  = "Member must have length less than or equal to "
	textAtLeast       = "Member must have value greater than or equal to "
	textAtMost        = "Member must have value less than or equal to "
	textPattern       = "Member must satisfy regular expression pattern: "
	textEnum          = "Member must satisfy enum value set: "
	textMapKeys       = "Map keys must satisfy constraint: "
	textTableKeys     = textMapKeys + "[" + textLengthAtMost + "255, " + textLengthAtLeast + "3, " + textPattern + tableNamePattern + "]"
)

// Texts of refusals that are no constraint of a single member.
const (
	textInvalid = "One or more parameter values were invalid: "

	textMixed       = "Can not use both expression and non-expression parameters in the same request: "
	textMixedLegacy = "Non-expression parameters: {"
	textMixedExpr   = "} Expression parameters: {"
	textNoExpr      = " can only be specified when using expressions"
	textEmptyMap    = " must not be empty"
	textBadKey      = " contains invalid key: "
	textKeySyntax   = `Syntax error; key: "`
	textEmptyKey    = "The expression attribute map contains an empty key;"
	textLongKey     = "The expression attribute map contains a key that is too long;"
	textBadValue    = " contains invalid value: "
	textEmptyName   = "Empty attribute name"
	textItemSize    = "Item size has exceeded the maximum allowed size"

	textReturnOld = "ReturnValues can only be ALL_OLD or NONE"
	textDuplicate = textInvalid + "Duplicate value in attribute name: "

	textNoConditions  = "ConditionalOperator cannot be used without Filter or Expected"
	textFewConditions = "ConditionalOperator can only be used when Filter or Expected has two or more elements"
	textComparison    = textInvalid + "Invalid comparison operator"

	textNoKeyCondition   = "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
	textOnlyIndex        = "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"
	textSpecific         = "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
	textSelectClash      = "Cannot specify the "
	textWhenChoosing     = " when choosing to get "
	textNoTotalSegments  = "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"
	textNoSegment        = "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"
	textSegmentOutOfLine = "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: "

	textTableTwice     = textInvalid + "RequestItems names a table more than once: "
	textTooManyKeys    = "Too many items requested for the BatchGetItem call"
	textTooManyWrites  = "Too many items requested for the BatchWriteItem call"
	textNoRequestItems = "The requestItems parameter is required for BatchWriteItem"
	textNoRequest      = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
	textNoAction       = "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"
	textTwoActions     = "TransactItems can only contain one of Check, Put, Update or Delete"
	textPayload        = "Transaction payload size cannot exceed 4MB. Payload Size: "
	textTwoRequests    = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
)

// Texts of refused table and index definitions.
const (
	textNoIndexKeys     = textInvalid + "Some index key attributes are not defined in AttributeDefinitions"
	textNoKeyDefinition = "Invalid KeySchema: Some index key attribute have no definition"
	textUnusedPlain     = textInvalid + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
	textUnused          = textInvalid + "Some AttributeDefinitions are not used. AttributeDefinitions: ["
	textDoubleAttribute = textInvalid + "Duplicate AttributeName in AttributeDefinitions: "

	textFirstNotHash    = "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"
	textSecondNotRange  = "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"
	textHashAfterRange  = "Invalid KeySchema: All HASH key attributes must precede RANGE key attributes in the KeySchema"
	textTooManyElements = "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of %s key attributes"
	textSameName        = "Both the Hash Key and the Range Key element in the KeySchema have the same name"
	textSameNameIn      = "Invalid KeySchema: Two elements in the KeySchema have the same name: "

	textEmptyIndexes   = textInvalid + "List of %s is empty"
	textManyIndexes    = textInvalid + "%s count exceeds the per-table limit of %d"
	textDuplicateIndex = textInvalid + "Duplicate index name: "
	textTableNoRange   = textInvalid + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
	textIndexNoRange   = textInvalid + "Index KeySchema does not have a range key for index: "
	textOtherHash      = textInvalid + "Index KeySchema does not have the same leading hash key as table KeySchema for index: %s. index hash key: %s, table hash key: %s"
	textNoProjection   = textInvalid + "Unknown ProjectionType: null"
	textNonKeyMissing  = textInvalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"
	textNonKeyGiven    = textInvalid + "ProjectionType is %s, but NonKeyAttributes is specified"
	textNonKeyTwice    = textInvalid + "Duplicate value in NonKeyAttributes: "
	textNonKeyTotal    = textInvalid + "The total number of NonKeyAttributes of all indexes exceeds the limit of 100"

	textUnitsOnDemand     = textInvalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
	textNoUnits           = textInvalid + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
	textUnitsOutOfBounds  = "Given value %d for %s is out of bounds%s"
	textIndexUnits        = textInvalid + "ProvisionedThroughput should not be specified for index: %s when BillingMode is PAY_PER_REQUEST"
	textIndexNoUnits      = textInvalid + "ProvisionedThroughput is not specified for index: "
	textCeilingOnUnits    = textInvalid + "%s can only be specified when BillingMode is PAY_PER_REQUEST"
	textCeilingRange      = textInvalid + "%s must be at least 1"
	textStreamOffWithView = textInvalid + "Table is being created with a stream disabled, UpdateViewType should not be specified"
	textStreamNoView      = "Invalid StreamViewType: Stream ViewType must not be null or empty when enabling streams."
	textStreamViewOff     = "Invalid StreamViewType: Stream StreamEnabled was false but a StreamViewType was present."
	textStreamAndUnits    = "Cannot change IOPS and Streams at the same time."

	textNothingToUpdate = "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required"
	textOneIndexAction  = textInvalid + "Each GlobalSecondaryIndexUpdate must have exactly one of Update, Create and Delete"
	textIndexTwice      = textInvalid + "Only one global secondary index update per index is allowed simultaneously. Index: "
	textOneOnlineIndex  = "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"

	textNoARN         = textInvalid + "ARNs must start with 'arn:': "
	textNotAuthorized = "User is not authorized to access the resource: "
	textNoTableARN    = textInvalid + "Provided Arn is not a DynamoDB resource arn: "
	textBadTableARN   = "Invalid TableArn: Invalid ResourceArn provided as input "
	textInsideTable   = textInvalid + "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: "

	textNoTags      = textInvalid + "At least one tag must be given"
	textNoTagKeys   = textInvalid + "At least one tag key must be given"
	textTagKey      = "The Tag Key provided is invalid "
	textTagValue    = "The Tag Value provided is invalid "
	textReservedTag = textInvalid + "Tag keys must not start with aws:, which is reserved. Key: "
	textSameTag     = textInvalid + "Two tags have the same key: "
	textTooManyTags = textInvalid + "A resource can have no more than %d tags"

	textStreamARN   = "Invalid StreamArn"
	textNoSequence  = textInvalid + "Invalid SequenceNumber"
	textSequence    = textInvalid + "SequenceNumber should not be passed for this iterator type"
	textNoTimestamp = textInvalid + "Timestamp must be passed for this iterator type"
	textTimestamp   = textInvalid + "Timestamp should not be passed for this iterator type"

	textNotSupported = textInvalid + "This server does not support the parameter "
)

// maxViolations is how many violations one message lists.
const maxViolations = 10

// enumOrder is the order in which the service lists the values of an enumeration, where it is not the model's.
var enumOrder = map[string][]string{
	"AttributeAction":        {"ADD", "DELETE", "PUT"},
	"ComparisonOperator":     {"IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE", "CONTAINS"},
	"ConditionalOperator":    {"OR", "AND"},
	"ProjectionType":         {"ALL", "INCLUDE", "KEYS_ONLY"},
	"ReturnValue":            {"ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"},
	"ScalarAttributeType":    {"B", "N", "S"},
	"Select":                 {"SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"},
	"StreamViewType":         {"NEW_AND_OLD_IMAGES", "OLD_IMAGE", "NEW_IMAGE", "KEYS_ONLY"},
	"SSEType":                {"KMS", "AES256"},
	"ReturnConsumedCapacity": {"INDEXES", "TOTAL", "NONE"},
}

// newerEnumText is what the newer layer says instead of the constraint's text. It names neither value nor member,
// and the quotation mark stands alone.
var newerEnumText = map[string]string{
	"AttributeAction": textEnum + "[ADD, DELETE, PUT]' for Action",
}

// olderWording are members whose violations keep the older layer's words on the newer one.
var olderWording = map[string]bool{"ComparisonOperator": true}

// lateMembers are enumerations that the newer layer does not check as members but together with what they stand in.
var lateMembers = map[string]bool{"ComparisonOperator": true, "ConditionalOperator": true}

// rules is how one operation's violations are reported.
type rules struct {
	// older operations are still on the older layer.
	older bool
	// first are top-level members whose violations come before the others, which keep the model's order.
	first []string
	// stages are groups of top-level members. The violations of the first group that has any are reported without
	// those of the groups behind it and of all other members. A name with "=" stands for an empty member. They do not
	// apply to a request without TableName.
	stages [][]string
	// allNameErrors reports a table name that is short and has bad characters twice, not once.
	allNameErrors bool
	// nameAlone reports a bad table name without any other violation.
	nameAlone bool
	// oneEnum reports a single bad enumeration, without the count for those in bareEnums, while Key is there; without
	// Key all of them in the older wording.
	oneEnum   bool
	bareEnums []string
	// envelope puts the count in front of what is refused after the members, too.
	envelope bool
	// ownEmpty are members whose emptiness is refused by hand.
	ownEmpty []string
	// earlyOperator checks ConditionalOperator as a member.
	earlyOperator bool
}

// operationRules are the rules of the operations that are on the newer layer or have an order of their own.
var operationRules = map[string]rules{
	"PutItem":    {envelope: true},
	"GetItem":    {},
	"DeleteItem": {envelope: true},
	"UpdateItem": {
		envelope: true, allNameErrors: true, nameAlone: true, oneEnum: true,
		bareEnums: []string{"ReturnValuesOnConditionCheckFailure", "ReturnConsumedCapacity"},
	},
	"Query": {first: []string{"Select", "Limit"}, stages: [][]string{{"Limit", "TableName="}}},
	"Scan": {earlyOperator: true, stages: [][]string{
		{"Limit", "Segment", "TotalSegments", "TableName="},
		{"TableName", "ReturnConsumedCapacity"},
		{"Select"},
	}},
	"BatchGetItem":       {},
	"SearchVectors":      {},
	"BatchWriteItem":     {older: true, ownEmpty: []string{"RequestItems"}, first: []string{"ReturnConsumedCapacity", "ReturnItemCollectionMetrics"}},
	"CreateTable":        {older: true, first: []string{"AttributeDefinitions", "TableName", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"}},
	"TransactGetItems":   {older: true, first: []string{"ReturnConsumedCapacity"}},
	"TransactWriteItems": {older: true, first: []string{"TransactItems", "ClientRequestToken", "ReturnConsumedCapacity"}},
	"ExecuteStatement": {older: true, first: []string{
		"ReturnValuesOnConditionCheckFailure", "Limit", "Statement", "ReturnConsumedCapacity", "Parameters",
	}},
	"BatchExecuteStatement": {older: true, first: []string{"ReturnConsumedCapacity", "Statements"}},
	"ExecuteTransaction":    {older: true, first: []string{"ClientRequestToken", "TransactStatements", "ReturnConsumedCapacity"}},
}

// rulesOf gives an operation's rules; what has no line above is on the older layer.
func rulesOf(operation string) rules {
	if r, ok := operationRules[operation]; ok {
		return r
	}
	return rules{older: true}
}
