package api

import (
	"testing"
)

func TestDecodeRefusesWrongJSON(t *testing.T) {
	cases := []struct{ name, op, body, want string }{
		{"an empty body", "GetItem", ``, ``},
		{"a top-level null", "GetItem", `null`, `Unexpected value type in payload`},
		{"a top-level array", "GetItem", `[]`, `Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>`},
		{"an unfinished body", "GetItem", `{"TableName":"abc"`, ``},
		{"text behind the body", "GetItem", `{"TableName":"abc"}x`, ``},
		{"a number for a string", "GetItem", `{"TableName":1}`, `NUMBER_VALUE cannot be converted to String`},
		{"a fraction for a string", "GetItem", `{"TableName":1.5}`, `DECIMAL_VALUE cannot be converted to String`},
		{"true for a string", "GetItem", `{"TableName":true}`, `TRUE_VALUE cannot be converted to String`},
		{"false for a string", "GetItem", `{"TableName":false}`, `FALSE_VALUE cannot be converted to String`},
		{"an object for a string", "GetItem", `{"TableName":{}}`, `Start of structure or map found where not expected.`},
		{"an array for a string", "GetItem", `{"TableName":[]}`, `Unrecognized collection type class java.lang.String`},
		{"a string for an integer", "Query", `{"Limit":"1"}`, `STRING_VALUE cannot be converted to Integer`},
		{"a number for a boolean", "GetItem", `{"ConsistentRead":1}`, `NUMBER_VALUE cannot be converted to Boolean`},
		{"an exponent for a boolean", "GetItem", `{"ConsistentRead":1e3}`, `DECIMAL_VALUE cannot be converted to Boolean`},
		{"an odd string for a loose boolean", "GetItem", `{"ConsistentRead":"maybe"}`, `Unexpected token received from parser`},
		{"a string for a strict boolean", "CreateTable", `{"DeletionProtectionEnabled":"true"}`, `Unexpected token received from parser`},
		{"an array for a boolean", "GetItem", `{"ConsistentRead":[]}`, ``},
		{"a string for a structure", "CreateTable", `{"ProvisionedThroughput":"x"}`, `Unexpected field type`},
		{"an array for a structure", "CreateTable", `{"ProvisionedThroughput":[]}`, `Unrecognized collection type class com.amazonaws.dynamodb.v20120810.ProvisionedThroughput`},
		{"a string for a structure in a list", "CreateTable", `{"KeySchema":["x"]}`, `Unexpected value type in payload`},
		{"an object for a list", "CreateTable", `{"KeySchema":{}}`, `Start of structure or map found where not expected.`},
		{"a string for a list", "CreateTable", `{"KeySchema":"x"}`, `Unexpected field type`},
		{"a string for an item", "PutItem", `{"Item":"x"}`, `Unexpected field type`},
		{"an array for an item", "PutItem", `{"Item":[]}`, `Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>`},
		{"a string for a value", "PutItem", `{"Item":{"a":"x"}}`, `Unexpected value type in payload`},
		{"a number for the text of a string value", "PutItem", `{"Item":{"a":{"S":1}}}`, `NUMBER_VALUE cannot be converted to String`},
		{"a number for the text of a number value", "PutItem", `{"Item":{"a":{"N":1.5}}}`, `DECIMAL_VALUE cannot be converted to String`},
		{"base64 without its padding", "PutItem", `{"Item":{"a":{"B": "YQ"}},"TableName":"abc"}`, `Base64 encoded length is expected a multiple of 4 bytes but found: 2`},
		{"base64 without its padding in a set", "PutItem", `{"Item":{"a":{"BS":["YQ==", "YWJjZ"]}}}`, `Base64 encoded length is expected a multiple of 4 bytes but found: 5`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode(Operations[c.op], []byte(c.body))
			if err == nil || err.Code != "SerializationException" {
				t.Fatalf("got %v, want a SerializationException", err)
			}
			if err.Message != c.want {
				t.Errorf("got %q, want %q", err.Message, c.want)
			}
		})
	}
}
