package gosdk

import "testing"

func TestPutItem(t *testing.T) {
	run(t, hashTable, "API_PutItem: Item, ReturnValues; Developer guide: HowItWorks.NamingRulesDataTypes", []scenario{
		{name: "a new item is stored and answered with an empty object", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"n":{"N":"1"}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"n":{"N":"1"}}}`},
		}},
		{name: "an item under a taken key is replaced as a whole",
			given: []string{`{"pk":{"S":"a"},"old":{"S":"x"}}`},
			steps: []step{
				{"PutItem", `{"Item":{"pk":{"S":"a"},"new":{"S":"y"}}}`, `{}`},
				{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"new":{"S":"y"}}}`},
			}},
		{name: "an item of nothing but its key is stored", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"}}}`},
		}},
		{name: "ALL_OLD answers what the put replaced", source: "API_PutItem: ReturnValues",
			given: []string{`{"pk":{"S":"a"},"old":{"L":[{"BOOL":true},{"NULL":true}]}}`},
			steps: []step{
				{"PutItem", `{"Item":{"pk":{"S":"a"}},"ReturnValues":"ALL_OLD"}`, `{"Attributes":{"pk":{"S":"a"},"old":{"L":[{"BOOL":true},{"NULL":true}]}}}`},
			}},
		{name: "ALL_OLD answers nothing when there was no item", source: "API_PutItem: ReturnValues", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"ReturnValues":"ALL_OLD"}`, `{}`},
		}},
		{name: "sets come back sorted: strings and binaries by bytes, numbers by value", source: "measured against the service: GetItem", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"ss":{"SS":["b","a","B"]},"ns":{"NS":["10","9","-1"]},"bs":{"BS":["/w==","AQ=="]}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"ss":{"SS":["in this order","B","a","b"]},"ns":{"NS":["in this order","-1","9","10"]},"bs":{"BS":["in this order","AQ==","/w=="]}}}`},
		}},
		{name: "empty strings, binaries, lists and maps are values like others", source: "Developer guide: HowItWorks.NamingRulesDataTypes: empty values", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"s":{"S":""},"b":{"B":""},"l":{"L":[]},"m":{"M":{}}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"s":{"S":""},"b":{"B":""},"l":{"L":[]},"m":{"M":{}}}}`},
		}},
		{name: "NUL and its neighbour survive in keys, names and values", source: "Developer guide: HowItWorks.NamingRulesDataTypes: String: Unicode with UTF-8", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a\u0000b"},"n\u0000":{"S":"\u0000\u0001\u0000"},"m":{"M":{"\u0001":{"SS":["\u0000","\u0001"]}}}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a\u0000b"}}}`, `{"Item":{"pk":{"S":"a\u0000b"},"n\u0000":{"S":"\u0000\u0001\u0000"},"m":{"M":{"\u0001":{"SS":["\u0000","\u0001"]}}}}}`},
		}},
		{name: "text outside the basic plane, quotes and line ends survive", source: "Developer guide: HowItWorks.NamingRulesDataTypes: String: Unicode with UTF-8", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"\ud83d\ude00"},"é":{"S":"\"\\\n\r\t\u2028/<>&"}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"😀"}}}`, `{"Item":{"pk":{"S":"😀"},"é":{"S":"\"\\\n\r\t\u2028/<>&"}}}`},
		}},
		{name: "an attribute may be called like a placeholder or hold dots and brackets", source: "Developer guide: Expressions.ExpressionAttributeNames: special characters", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},":v":{"N":"1"},"#n":{"N":"2"},"a.b[0]":{"N":"3"}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},":v":{"N":"1"},"#n":{"N":"2"},"a.b[0]":{"N":"3"}}}`},
		}},
		{name: "32 levels of nesting are stored", source: "Developer guide: ServiceQuotas: nested attribute depth", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"deep":` + nested(31) + `}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"deep":` + nested(31) + `}}`},
		}},
		{name: "an item of exactly 400 KB is stored", source: "Developer guide: ServiceQuotas: item size", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"S":"` + letters(400*1024-4) + `"}}}`, `{}`},
		}},
		{name: "the collection metrics of a table without local indexes are left out", source: "API_PutItem: ReturnItemCollectionMetrics", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"ReturnItemCollectionMetrics":"SIZE"}`, `{}`},
		}},
	})
}

func TestPutItem_conditions(t *testing.T) {
	run(t, hashTable, "API_PutItem: ConditionExpression, Expected, ReturnValuesOnConditionCheckFailure", []scenario{
		{name: "attribute_not_exists of the key creates once and refuses the second time", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk)"}`, `{}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"2"}},"ConditionExpression":"attribute_not_exists(pk)"}`, `ConditionalCheckFailedException: The conditional request failed`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"v":{"N":"1"}}}`},
		}},
		{name: "a condition that needs an item is false when there is none", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk)"}`, `ConditionalCheckFailedException: The conditional request failed`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{}`},
		}},
		{name: "a condition looks at the item that is there, not at the one that comes",
			given: []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`},
			steps: []step{
				{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"2"}},"ConditionExpression":"v = :one","ExpressionAttributeValues":{":one":{"N":"1"}}}`, `{}`},
				{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"3"}},"ConditionExpression":"v = :one","ExpressionAttributeValues":{":one":{"N":"1"}}}`, `ConditionalCheckFailedException: The conditional request failed`},
			}},
		{name: "a failed condition shows the item on request", source: "API_PutItem: ReturnValuesOnConditionCheckFailure",
			given: []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`},
			steps: []step{
				{"PutItem", `{"Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_not_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}`,
					`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"pk":{"S":"a"},"v":{"N":"1"}}}`},
			}},
		{name: "a failed condition on no item shows none", source: "API_PutItem: ReturnValuesOnConditionCheckFailure", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}`,
				`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}`},
		}},
		{name: "the legacy Expected with Exists false creates once", source: "API_PutItem: Expected; API_ExpectedAttributeValue: Exists", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"Expected":{"pk":{"Exists":false}}}`, `{}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"}},"Expected":{"pk":{"Exists":false}}}`, `ConditionalCheckFailedException: The conditional request failed`},
		}},
		{name: "legacy conditions are joined by OR on request", source: "API_PutItem: ConditionalOperator",
			given: []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`},
			steps: []step{
				{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"5"}},"ConditionalOperator":"OR","Expected":{"v":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"3"}]},"w":{"ComparisonOperator":"NULL"}}}`, `{}`},
				{"PutItem", `{"Item":{"pk":{"S":"a"}},"Expected":{"v":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"5"}]},"w":{"ComparisonOperator":"NULL"}}}`, `ConditionalCheckFailedException: The conditional request failed`},
			}},
	})
}

func TestPutItem_refuses(t *testing.T) {
	run(t, sortedTable, "API_PutItem: Request Parameters; texts measured against the service", []scenario{
		{name: "an item without one of the keys", source: "API_PutItem: Item: you must provide all of the attributes for the primary key; text measured against the service", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"}}}`, `ValidationException: One or more parameter values were invalid: Missing the key sk in the item`},
		}},
		{name: "a key of another type", steps: []step{
			{"PutItem", `{"Item":{"pk":{"N":"1"},"sk":{"S":"b"}}}`, `ValidationException: One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"M":{}}}}`, `ValidationException: One or more parameter values were invalid: Type mismatch for key sk expected: S actual: M`},
		}},
		{name: "an empty string as a key", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":""},"sk":{"S":"b"}}}`, `ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk`},
		}},
		{name: "an empty binary as a key", table: binaryTable, steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"B":""}}}`, `ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty binary value. Key: sk`},
		}},
		{name: "keys past 2048 and 1024 bytes, and takes those of just that size", source: "Developer guide: ServiceQuotas: partition key length, sort key length; texts measured against the service", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"` + letters(2049) + `"},"sk":{"S":"b"}}}`, `ValidationException: One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"` + letters(1025) + `"}}}`, `ValidationException: One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes`},
			{"PutItem", `{"Item":{"pk":{"S":"` + letters(2048) + `"},"sk":{"S":"` + letters(1024) + `"}}}`, `{}`},
		}},
		{name: "an item one byte past 400 KB", source: "Developer guide: ServiceQuotas: item size; text measured against the service", table: hashTable, steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"v":{"S":"` + letters(400*1024-3) + `"}}}`, `ValidationException: Item size has exceeded the maximum allowed size`},
		}},
		{name: "33 levels of nesting", source: "Developer guide: ServiceQuotas: nested attribute depth; text measured against the service", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"deep":` + nested(32) + `}}`, `ValidationException: *Nesting Levels have exceeded supported limits*`},
		}},
		{name: "an empty set", source: "Developer guide: HowItWorks.NamingRulesDataTypes: Sets: empty sets are not supported; text measured against the service", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"s":{"SS":[]}}}`, `ValidationException: 1 validation error detected: One or more parameter values were invalid: An string set  may not be empty`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"m":{"M":{"s":{"NS":[]}}}}}`, `ValidationException: 1 validation error detected: One or more parameter values were invalid: An number set  may not be empty`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"s":{"BS":[]}}}`, `ValidationException: 1 validation error detected: One or more parameter values were invalid: Binary sets should not be empty`},
		}},
		{name: "a set that holds a value twice, numbers compared by value", source: "Developer guide: HowItWorks.NamingRulesDataTypes: Sets: each value must be unique; text measured against the service", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"s":{"SS":["x","x"]}}}`, `ValidationException: 1 validation error detected: One or more parameter values were invalid: Input collection *contains duplicates*`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"s":{"NS":["1","1.0"]}}}`, `ValidationException: 1 validation error detected: *contains duplicates*`},
		}},
		{name: "NULL that is not true", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"n":{"NULL":false}}}`, `ValidationException: 1 validation error detected: One or more parameter values were invalid: Null attribute value types must have the value of true`},
		}},
		{name: "an empty attribute name at any depth", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"":{"N":"1"}}}`, `ValidationException: 1 validation error detected: *Empty attribute name*`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"m":{"L":[{"M":{"":{"N":"1"}}}]}}}`, `ValidationException: 1 validation error detected: *Empty attribute name*`},
		}},
		{name: "ReturnValues that a put cannot give", source: "API_PutItem: ReturnValues; text measured against the service", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ReturnValues":"ALL_NEW"}`, `ValidationException: 1 validation error detected: ReturnValues can only be ALL_OLD or NONE`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ReturnValues":"UPDATED_OLD"}`, `ValidationException: 1 validation error detected: ReturnValues can only be ALL_OLD or NONE`},
		}},
		{name: "a table that does not exist", steps: []step{
			{"PutItem", `{"TableName":"conformance.nowhere","Item":{"pk":{"S":"a"},"sk":{"S":"b"}}}`, `ResourceNotFoundException: Requested resource not found`},
		}},
		{name: "expression values without an expression", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ExpressionAttributeValues":{":v":{"N":"1"}}}`, `ValidationException: 1 validation error detected: ExpressionAttributeValues can only be specified when using expressions*`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ExpressionAttributeNames":{"#n":"n"}}`, `ValidationException: 1 validation error detected: ExpressionAttributeNames can only be specified when using expressions`},
		}},
		{name: "Expected beside an expression", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"Expected":{"pk":{"Exists":false}},"ConditionExpression":"attribute_exists(pk)"}`,
				`ValidationException: 1 validation error detected: Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}`},
		}},
		{name: "Expected that says both Value and Exists false", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"Expected":{"v":{"Value":{"N":"1"},"Exists":false}}}`,
				`ValidationException: 1 validation error detected: One or more parameter values were invalid: Value cannot be used when Exists is false for Attribute: v`},
		}},
	})
}

func TestPutItem_indexes(t *testing.T) {
	run(t, indexedTable, "Developer guide: GSI, LSI; API_PutItem: ReturnItemCollectionMetrics", []scenario{
		{name: "an item without an index key is in the table and not in the index", source: "Developer guide: GSI: sparse indexes", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"}}}`, `{}`},
			{"Scan", `{"Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`},
			{"Scan", `{"IndexName":"all","Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`},
			{"Scan", `{"IndexName":"keys","Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`},
		}},
		{name: "a replaced item leaves its old index entries", source: "Developer guide: GSI: Data synchronization between tables and global secondary indexes", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"1"}}}`, `{}`},
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"y"},"r":{"N":"2"}}}`, `{}`},
			{"Query", `{"IndexName":"all","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`, `{"Items":[],"Count":0,"ScannedCount":0}`},
			{"Query", `{"IndexName":"all","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"y"}}}`, `{"Items":[{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"y"},"r":{"N":"2"}}],"Count":1,"ScannedCount":1}`},
			{"Scan", `{"IndexName":"local","Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`},
		}},
		{name: "the collection metrics of a small collection span zero to one GB", source: "API_PutItem: ItemCollectionMetrics: SizeEstimateRangeGB", steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}},"ReturnItemCollectionMetrics":"SIZE"}`, `{"ItemCollectionMetrics":{"ItemCollectionKey":{"pk":{"S":"a"}},"SizeEstimateRangeGB":[0.0,1.0]}}`},
		}},
	})
}
