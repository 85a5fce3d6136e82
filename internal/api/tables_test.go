package api

import (
	"fmt"
	"strings"
	"testing"
)

// table is a CreateTable of abc with the keys p and c, which definitions and further members complete.
func table(definitions, more string) string {
	return with(`"KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"}],` +
		`"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[` + defined(definitions) + `]` + more)
}

// defined are the AttributeDefinitions of one-letter names.
func defined(names string) string {
	var list []string
	for _, n := range names {
		list = append(list, fmt.Sprintf(`{"AttributeName":"%c","AttributeType":"S"}`, n))
	}
	return strings.Join(list, ",")
}

// schema is a key schema written as "x:HASH y:RANGE".
func schema(text string) string {
	var list []string
	for _, k := range strings.Fields(text) {
		name, kind, _ := strings.Cut(k, ":")
		list = append(list, `{"AttributeName":"`+name+`","KeyType":"`+kind+`"}`)
	}
	return `[` + strings.Join(list, ",") + `]`
}

func indexOf(name, keys, projection string) string {
	return `{"IndexName":"` + name + `","KeySchema":` + schema(keys) + `,"Projection":` + projection + `}`
}

const all = `{"ProjectionType":"ALL"}`

func global(indexes ...string) string {
	return `,"GlobalSecondaryIndexes":[` + strings.Join(indexes, ",") + `]`
}
func local(indexes ...string) string {
	return `,"LocalSecondaryIndexes":[` + strings.Join(indexes, ",") + `]`
}

func repeated(n int, text string) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(text, i)
	}
	return list
}

func TestCreateTableRefusesUnusableKeys(t *testing.T) {
	plain := func(keys, definitions, more string) string {
		return with(`"KeySchema":` + schema(keys) + `,"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[` + defined(definitions) + `]` + more)
	}
	checkRefusals(t, []refusal{
		{"a plain table", "CreateTable", table("pc", ""), ""},
		{"a sort key only", "CreateTable", plain("p:RANGE", "p", ""), "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"},
		{"the wrong order", "CreateTable", plain("p:RANGE c:HASH", "pc", ""), "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"},
		{"two partition keys", "CreateTable", plain("p:HASH c:HASH", "pc", ""), "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"},
		{"one attribute for both", "CreateTable", plain("p:HASH p:RANGE", "p", ""), "Both the Hash Key and the Range Key element in the KeySchema have the same name"},
		{"a key without definition", "CreateTable", table("px", ""), invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [p, c], AttributeDefinitions: [p, x]"},
		{"fewer definitions than keys", "CreateTable", table("p", ""), "Invalid KeySchema: Some index key attribute have no definition"},
		{"a definition that no key uses", "CreateTable", table("pcx", ""), invalid + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"},
		{"a definition that no index key uses", "CreateTable", table("pcxy", global(indexOf("ggg", "x:HASH", all))), invalid + "Some AttributeDefinitions are not used. AttributeDefinitions: [p, c, x, y], keys used: [c, p, x]"},
		{"a definition twice", "CreateTable", table("pcc", ""), invalid + "Duplicate AttributeName in AttributeDefinitions: c"},
		{"tags", "CreateTable", table("pc", `,"Tags":[{"Key":"a","Value":"b"}]`), ""},
		{"a stream that is off", "CreateTable", table("pc", `,"StreamSpecification":{"StreamEnabled":false}`), ""},
		{"a stream that is off, with a view", "CreateTable", table("pc", `,"StreamSpecification":{"StreamEnabled":false,"StreamViewType":"KEYS_ONLY"}`), invalid + "Table is being created with a stream disabled, UpdateViewType should not be specified"},
		{"a stream", "CreateTable", table("pc", `,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}`), ""},
		{"a stream without a view", "CreateTable", table("pc", `,"StreamSpecification":{"StreamEnabled":true}`), "Invalid StreamViewType: Stream ViewType must not be null or empty when enabling streams."},
	})
}

func TestCreateTableRefusesInconsistentBilling(t *testing.T) {
	const units = `"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}`
	const keys = `"KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}]`
	checkRefusals(t, []refusal{
		{"no mode and no units", "CreateTable", with(keys), invalid + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"},
		{"no mode and units", "CreateTable", with(keys + "," + units), ""},
		{"on demand with units", "CreateTable", with(keys + `,"BillingMode":"PAY_PER_REQUEST",` + units), invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"},
		{"units out of bounds", "CreateTable", with(keys + `,"ProvisionedThroughput":{"ReadCapacityUnits":1000000000001,"WriteCapacityUnits":1}`), "Given value 1000000000001 for ReadCapacityUnits is out of bounds for table"},
		{"units of 0", "CreateTable", with(keys + `,"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":1}`), one + "Value '0' at 'provisionedThroughput.readCapacityUnits'" + failed + "Member must have value greater than or equal to 1"},
		{"a ceiling on a provisioned table", "CreateTable", with(keys + "," + units + `,"OnDemandThroughput":{"MaxReadRequestUnits":1}`), invalid + "MaxReadRequestUnits can only be specified when BillingMode is PAY_PER_REQUEST"},
		{"a ceiling of 0", "CreateTable", table("pc", `,"OnDemandThroughput":{"MaxWriteRequestUnits":0}`), invalid + "MaxWriteRequestUnits must be at least 1"},
		{"no ceiling at all", "CreateTable", table("pc", `,"OnDemandThroughput":{}`), ""},
		{"an index with units on demand", "CreateTable", table("pcx", global(`{"IndexName":"ggg","KeySchema":`+schema("x:HASH")+`,"Projection":`+all+`,`+units+`}`)), invalid + "ProvisionedThroughput should not be specified for index: ggg when BillingMode is PAY_PER_REQUEST"},
		{"an index without units", "CreateTable", with(keys + "," + units + global(indexOf("ggg", "p:HASH", all))), invalid + "ProvisionedThroughput is not specified for index: ggg"},
	})
}

func TestCreateTableRefusesUnusableIndexes(t *testing.T) {
	checkRefusals(t, []refusal{
		{"no global indexes", "CreateTable", table("pc", global()), invalid + "List of GlobalSecondaryIndexes is empty"},
		{"no local indexes", "CreateTable", table("pc", local()), invalid + "List of LocalSecondaryIndexes is empty"},
		{"a global index", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH p:RANGE", all))), ""},
		{"four and four keys", "CreateTable", table("pcwxyz", global(indexOf("ggg", "p:HASH c:HASH w:HASH x:HASH y:RANGE z:RANGE", all))), ""},
		{"five partition keys", "CreateTable", table("pcwxy", global(indexOf("ggg", "p:HASH c:HASH w:HASH x:HASH y:HASH", all))), "Invalid KeySchema: The KeySchema exceeds the maximum allowed number of HASH key attributes"},
		{"a partition key behind a sort key", "CreateTable", table("pcx", global(indexOf("ggg", "p:HASH c:RANGE x:HASH", all))), "Invalid KeySchema: All HASH key attributes must precede RANGE key attributes in the KeySchema"},
		{"an attribute twice among many keys", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH x:HASH", all))), "Invalid KeySchema: Two elements in the KeySchema have the same name: x"},
		{"an undefined key", "CreateTable", table("pc", global(indexOf("ggg", "x:HASH", all))), invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [p, c]"},
		{"two indexes of one name", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH", all))+local(indexOf("ggg", "p:HASH x:RANGE", all))), invalid + "Duplicate index name: ggg"},
		{"21 global indexes", "CreateTable", table("pcx", global(repeated(21, `{"IndexName":"ggg%d","KeySchema":[{"AttributeName":"x","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}`)...)), invalid + "GlobalSecondaryIndex count exceeds the per-table limit of 20"},
		{"6 local indexes", "CreateTable", table("pcx", local(repeated(6, `{"IndexName":"lll%d","KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"x","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}`)...)), invalid + "LocalSecondaryIndex count exceeds the per-table limit of 5"},
		{"a local index of another partition key", "CreateTable", table("pcx", local(indexOf("lll", "x:HASH c:RANGE", all))), invalid + "Index KeySchema does not have the same leading hash key as table KeySchema for index: lll. index hash key: x, table hash key: p"},
		{"a local index without sort key", "CreateTable", table("pc", local(indexOf("lll", "p:HASH", all))), invalid + "Index KeySchema does not have a range key for index: lll"},
		{"a local index of a table without sort key", "CreateTable", with(`"KeySchema":` + schema("p:HASH") + `,"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[` + defined("px") + `]` + local(indexOf("lll", "p:HASH x:RANGE", all))), invalid + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"},
		{"no projection type", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH", `{}`))), invalid + "Unknown ProjectionType: null"},
		{"INCLUDE without attributes", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH", `{"ProjectionType":"INCLUDE"}`))), invalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"},
		{"ALL with attributes", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH", `{"ProjectionType":"ALL","NonKeyAttributes":["a"]}`))), invalid + "ProjectionType is ALL, but NonKeyAttributes is specified"},
		{"an attribute projected twice", "CreateTable", table("pcx", global(indexOf("ggg", "x:HASH", `{"ProjectionType":"INCLUDE","NonKeyAttributes":["a","a"]}`))), invalid + "Duplicate value in NonKeyAttributes: a"},
	})
}

func TestUpdateTableRefusesWhatNeedsNoTable(t *testing.T) {
	create := func(name string) string { return `{"Create":` + indexOf(name, "x:HASH", all) + `}` }
	checkRefusals(t, []refusal{
		{"nothing to update", "UpdateTable", `{"TableName":"abc"}`, "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required"},
		{"definitions alone", "UpdateTable", with(`"AttributeDefinitions":[` + defined("x") + `]`), "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required"},
		{"a table class alone", "UpdateTable", with(`"TableClass":"STANDARD"`), ""},
		{"an unknown table class", "UpdateTable", with(`"TableClass":"x"`), one + "Value 'x' at 'tableClass'" + failed + "Member must satisfy enum value set: [STANDARD, STANDARD_INFREQUENT_ACCESS]"},
		{"an action of no kind", "UpdateTable", with(`"GlobalSecondaryIndexUpdates":[{}]`), invalid + "Each GlobalSecondaryIndexUpdate must have exactly one of Update, Create and Delete"},
		{"a new index without definition", "UpdateTable", with(`"GlobalSecondaryIndexUpdates":[` + create("ggg") + `],"AttributeDefinitions":[` + defined("y") + `]`), invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [y]"},
		{"two new indexes", "UpdateTable", with(`"GlobalSecondaryIndexUpdates":[` + create("ggg") + "," + create("hhh") + `],"AttributeDefinitions":[` + defined("x") + `]`), "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"},
		{"one index twice", "UpdateTable", with(`"GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"ggg"}},{"Delete":{"IndexName":"ggg"}}]`), invalid + "Only one global secondary index update per index is allowed simultaneously. Index: ggg"},
		{"a ceiling removed", "UpdateTable", with(`"OnDemandThroughput":{"MaxReadRequestUnits":-1}`), ""},
		{"nine keys of a new index", "UpdateTable", with(`"GlobalSecondaryIndexUpdates":[{"Create":` + indexOf("ggg", strings.TrimSpace(strings.Repeat("x:HASH ", 9)), all) + `}]`),
			one + "Value '[" + strings.Repeat("KeySchemaElement(attributeName=x, keyType=HASH), ", 8) + "KeySchemaElement(attributeName=x, keyType=HASH)]' at 'globalSecondaryIndexUpdates.1.member.create.keySchema'" + failed + "Member must have length less than or equal to 8"},
	})
}
