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
	// earlyOperator checks ConditionalOperator as a member.
	earlyOperator bool
}

// operationRules are the rules of the operations that are on the newer layer or have an order of their own.
var operationRules = map[string]rules{
	"PutItem":    {},
	"GetItem":    {},
	"DeleteItem": {},
	"UpdateItem": {
		allNameErrors: true, nameAlone: true, oneEnum: true,
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
	"BatchWriteItem":     {older: true, first: []string{"ReturnConsumedCapacity", "ReturnItemCollectionMetrics"}},
	"TransactGetItems":   {older: true, first: []string{"ReturnConsumedCapacity"}},
	"TransactWriteItems": {older: true, first: []string{"TransactItems", "ClientRequestToken", "ReturnConsumedCapacity"}},
}

// rulesOf gives an operation's rules; what has no line above is on the older layer.
func rulesOf(operation string) rules {
	if r, ok := operationRules[operation]; ok {
		return r
	}
	return rules{older: true}
}
