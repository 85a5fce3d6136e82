package conformance

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

const (
	serialization = "com.amazon.coral.service#SerializationException"
	validation    = "com.amazon.coral.validate#ValidationException"
	notFound      = "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"
)

// badRequest is a malformed request and the refusal it must get. In body and message $T is the name of a table with the
// partition key pk, a string. * in message stands for any run of characters.
type badRequest struct {
	name string
	rawRequest
	status        int
	kind, message string
}

func bad(name, op, body string, kind, message string) badRequest {
	return badRequest{name: name, rawRequest: rawRequest{op: op, body: body}, status: http.StatusBadRequest, kind: kind, message: message}
}

// putBody is a PutItem of one attribute beside the key.
func putBody(value string) string {
	return `{"TableName":"$T","Item":{"pk":{"S":"a"},"v":` + value + `}}`
}

func deepArrays(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }

var brokenJSON = []badRequest{
	bad("an empty body", "PutItem", ``, serialization, "*"),
	bad("blanks", "PutItem", `  `, serialization, "*"),
	bad("an open brace", "PutItem", `{`, serialization, "*"),
	bad("a closing brace", "PutItem", `}`, serialization, "*"),
	bad("a bare word", "PutItem", `hello`, serialization, "*"),
	bad("a word in braces", "PutItem", `{broken`, serialization, "*"),
	bad("a number as the body", "PutItem", `17`, serialization, "*"),
	bad("a string as the body", "PutItem", `"PutItem"`, serialization, "*"),
	bad("an array as the body", "PutItem", `[]`, serialization, "*"),
	bad("a name without a value", "PutItem", `{"TableName"}`, serialization, "*"),
	bad("a missing colon", "PutItem", `{"TableName" "$T"}`, serialization, "*"),
	bad("a missing comma", "PutItem", `{"TableName":"$T" "Item":{}}`, serialization, "*"),
	bad("a comma too many", "PutItem", `{"TableName":"$T",}`, serialization, "*"),
	bad("single quotes", "PutItem", `{'TableName':'$T'}`, serialization, "*"),
	bad("a comment", "PutItem", `{/* */"TableName":"$T"}`, serialization, "*"),
	bad("an unfinished string", "PutItem", `{"TableName":"$T`, serialization, "*"),
	bad("an unknown escape", "PutItem", putBody(`{"S":"\x41"}`), serialization, "*"),
	bad("an unfinished escape", "PutItem", putBody(`{"S":"\u00"}`), serialization, "*"),
	bad("a raw control character", "PutItem", putBody("{\"S\":\"a\nb\"}"), serialization, "*"),
	bad("a raw NUL", "PutItem", putBody("{\"S\":\"a\x00b\"}"), serialization, "*"),
	bad("an unfinished literal", "PutItem", putBody(`{"BOOL":tru}`), serialization, "*"),
	bad("text after the end", "PutItem", putBody(`{"N":"1"}`)+`x`, serialization, "*"),
	bad("a second body after the end", "PutItem", putBody(`{"N":"1"}`)+`{}`, serialization, "*"),
	bad("a byte order mark alone", "PutItem", "\xef\xbb\xbf", serialization, "*"),
	bad("a byte that is no UTF-8, in a value", "PutItem", putBody("{\"S\":\"\xff\"}"), serialization, "*"),
	bad("a byte that is no UTF-8, in a name", "PutItem", "{\"TableName\":\"$T\",\"Item\":{\"pk\":{\"S\":\"a\"},\"\xc3(\":{\"S\":\"x\"}}}", serialization, "*"),
	bad("an overlong encoding", "PutItem", putBody("{\"S\":\"\xc0\xaf\"}"), serialization, "*"),
	bad("a surrogate in UTF-8", "PutItem", putBody("{\"S\":\"\xed\xa0\x80\"}"), serialization, "*"),
	bad("200000 open brackets", "PutItem", strings.Repeat("[", 200000), serialization, "*"),
	bad("200000 brackets in an unknown member", "PutItem", `{"TableName":"$T","X":`+deepArrays(200000)+`}`, serialization, "*"),
	bad("100000 nested lists in a value", "PutItem", putBody(nested(100000)), serialization, "*"),
}

var wrongTypes = []badRequest{
	bad("a number as the table name", "PutItem", `{"TableName":17,"Item":{}}`, serialization, "NUMBER_VALUE cannot be converted to String"),
	bad("a boolean as the table name", "GetItem", `{"TableName":true,"Key":{}}`, serialization, "TRUE_VALUE cannot be converted to String"),
	bad("a decimal as the table name", "GetItem", `{"TableName":1.5,"Key":{}}`, serialization, "DECIMAL_VALUE cannot be converted to String"),
	bad("a list as the table name", "GetItem", `{"TableName":[],"Key":{}}`, serialization, "*"),
	bad("an object as the table name", "GetItem", `{"TableName":{},"Key":{}}`, serialization, "*"),
	bad("a string as the item", "PutItem", `{"TableName":"$T","Item":"x"}`, serialization, "*"),
	bad("a list as the key", "GetItem", `{"TableName":"$T","Key":[]}`, serialization, "*"),
	bad("a string as an attribute value", "PutItem", putBody(`"x"`), serialization, "*"),
	bad("a number as an attribute value", "PutItem", putBody(`1`), serialization, "*"),
	bad("N as a JSON number", "PutItem", putBody(`{"N":3}`), serialization, "NUMBER_VALUE cannot be converted to String"),
	bad("S as a boolean", "PutItem", putBody(`{"S":false}`), serialization, "FALSE_VALUE cannot be converted to String"),
	bad("BOOL as a number", "PutItem", putBody(`{"BOOL":1}`), serialization, "NUMBER_VALUE cannot be converted to Boolean"),
	bad("BOOL as a word that says nothing", "PutItem", putBody(`{"BOOL":"maybe"}`), serialization, "Unexpected token received from parser"),
	bad("L as an object", "PutItem", putBody(`{"L":{}}`), serialization, "*"),
	bad("M as a list", "PutItem", putBody(`{"M":[]}`), serialization, "*"),
	bad("SS as a string", "PutItem", putBody(`{"SS":"x"}`), serialization, "*"),
	bad("NS of JSON numbers", "PutItem", putBody(`{"NS":[1]}`), serialization, "*"),
	bad("B that is no base64", "PutItem", putBody(`{"B":"!"}`), serialization, "*"),
	bad("B without its padding", "PutItem", putBody(`{"B":"QQ"}`), serialization, "Base64 encoded length is expected a multiple of 4 bytes but found: 2"),
	bad("Limit as a string", "Scan", `{"TableName":"$T","Limit":"1"}`, serialization, "STRING_VALUE cannot be converted to Integer"),
	bad("Limit as a boolean", "Scan", `{"TableName":"$T","Limit":true}`, serialization, "*"),
	bad("AttributesToGet as a string", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"AttributesToGet":"a"}`, serialization, "*"),
	bad("RequestItems as a list", "BatchGetItem", `{"RequestItems":[]}`, serialization, "*"),
	bad("a placeholder name as a number", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":1}}`, serialization, "*"),
}

var wrongValues = []badRequest{
	bad("no table name", "GetItem", `{"Key":{"pk":{"S":"a"}}}`, validation, "*at 'TableName' failed to satisfy constraint: Member must not be null*"),
	bad("no key", "GetItem", `{"TableName":"$T"}`, validation, "*at 'Key' failed to satisfy constraint: Member must not be null*"),
	bad("no item", "PutItem", `{"TableName":"$T"}`, validation, "*at 'Item' failed to satisfy constraint: Member must not be null*"),
	bad("nothing at all", "PutItem", `{}`, validation, "2 validation errors detected: *at 'TableName' failed to satisfy constraint: Member must not be null*"),
	bad("null as the table name", "GetItem", `{"TableName":null,"Key":{"pk":{"S":"a"}}}`, validation, "*at 'TableName' failed to satisfy constraint: Member must not be null*"),
	bad("a table name of two letters", "GetItem", `{"TableName":"ab","Key":{"pk":{"S":"a"}}}`, validation, "*"),
	bad("a table name that would be a path", "GetItem", `{"TableName":"../../etc","Key":{"pk":{"S":"a"}}}`, validation, "*"),
	bad("a table name that would be SQL", "GetItem", `{"TableName":"x'; DROP TABLE y; --","Key":{"pk":{"S":"a"}}}`, validation, "*"),
	bad("a table nobody made", "GetItem", `{"TableName":"conformance.nowhere","Key":{"pk":{"S":"a"}}}`, notFound, "Requested resource not found"),
	bad("an attribute value without a type", "PutItem", putBody(`{}`), validation, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
	bad("an attribute value of an unknown type", "PutItem", putBody(`{"dog":"x"}`), validation, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
	bad("an attribute value of two types", "PutItem", putBody(`{"S":"x","N":"1"}`), validation, "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"),
	bad("a value that is null", "PutItem", putBody(`{"S":null}`), validation, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
	bad("a number with an absurd exponent", "PutItem", putBody(`{"N":"1e1000000000"}`), validation, "*Number overflow. Attempting to store a number with magnitude larger than supported range"),
	bad("a number of an absurd smallness", "PutItem", putBody(`{"N":"1e-1000000000"}`), validation, "*Number underflow. Attempting to store a number with magnitude smaller than supported range"),
	bad("a number of 100000 digits", "PutItem", putBody(`{"N":"`+strings.Repeat("7", 100000)+`"}`), validation, "*"),
	bad("an exponent beyond 64 bits", "PutItem", putBody(`{"N":"1e99999999999999999999999"}`), validation, "*numeric value*"),
	bad("50 nested lists", "PutItem", putBody(nested(50)), validation, "*Nesting Levels have exceeded supported limits*"),
	bad("33 nested lists in an expression value", "Scan", `{"TableName":"$T","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":`+nested(33)+`}}`, validation, "Nesting Levels have exceeded supported limits: *"),
	bad("32 nested lists in Expected", "PutItem", `{"TableName":"$T","Item":{"pk":{"S":"a"}},"Expected":{"a":{"Value":`+nested(32)+`}}}`, validation, "1 validation error detected: Nesting Levels have exceeded supported limits: *"),
	bad("32 nested lists stored by an expression", "UpdateItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":`+nested(32)+`}}`, validation, "Nesting Levels have exceeded supported limits"),
	bad("a placeholder of 256 bytes", "Scan", `{"TableName":"$T","FilterExpression":"attribute_exists(#a)","ExpressionAttributeNames":{"#`+strings.Repeat("a", 255)+`":"x"}}`, validation, "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256"),
	bad("500 nested lists in an expression value", "UpdateItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":`+nested(500)+`}}`, validation, "*Nesting Levels have exceeded supported limits*"),
	bad("an absurd negative limit", "Scan", `{"TableName":"$T","Limit":-99999999999999999999}`, validation, "*at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1*"),
	bad("an expression of 1000 open parentheses", "Scan", `{"TableName":"$T","FilterExpression":"`+strings.Repeat("(", 1000)+`a = a`+strings.Repeat(")", 1000)+`"}`, validation, "Invalid FilterExpression: *"),
	bad("an expression of 500 ORs", "Scan", `{"TableName":"$T","FilterExpression":"a = b`+strings.Repeat(" OR a=b", 500)+`"}`, validation, "Invalid FilterExpression: *"),
	bad("an expression of 1000 NOTs", "Scan", `{"TableName":"$T","FilterExpression":"`+strings.Repeat("NOT ", 1000)+`a = b"}`, validation, "Invalid FilterExpression: *"),
	bad("an expression of letters beyond ASCII", "Scan", `{"TableName":"$T","FilterExpression":"😀 = é"}`, validation, "Invalid FilterExpression: Syntax error; token: *"),
	bad("an expression with an unfinished string", "Scan", `{"TableName":"$T","FilterExpression":"a = \"x"}`, validation, "Invalid FilterExpression: Syntax error; token: *"),
	bad("a placeholder name without its sign", "Scan", `{"TableName":"$T","FilterExpression":"attribute_exists(a)","ExpressionAttributeNames":{"n":"x"}}`, validation, `ExpressionAttributeNames contains invalid key: Syntax error; key: "n"`),
	bad("a placeholder value without its sign", "Scan", `{"TableName":"$T","FilterExpression":"attribute_exists(a)","ExpressionAttributeValues":{"v":{"N":"1"}}}`, validation, `ExpressionAttributeValues contains invalid key: Syntax error; key: "v"`),
	bad("an attribute name of 65536 bytes", "PutItem", `{"TableName":"$T","Item":{"pk":{"S":"a"},"`+letters(65536)+`":{"N":"1"}}}`, validation, "*Attribute name is too large, must be less than 65536 bytes"),
}

func (b badRequest) check(t *testing.T, tg *target, table string) {
	t.Helper()
	b.body = strings.ReplaceAll(b.body, "$T", table)
	got := b.send(t, tg)
	if got.status >= 500 {
		t.Errorf("status %d: a bad request is never the server's fault: %s", got.status, short(got.body))
	}
	if got.status != b.status || got.kind != b.kind || !matches(b.message, got.message) {
		t.Errorf("%s %s\nwant %d %s: %s\ngot  %d %s: %s", b.op, short(b.body), b.status, b.kind, b.message, got.status, got.kind, short(got.body))
	}
}

func checkBad(t *testing.T, requests []badRequest) {
	t.Helper()
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		for _, b := range requests {
			t.Run(b.name, func(t *testing.T) { b.check(t, c.target, table) })
		}
		playStep(t, c, table, step{"Scan", `{"Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`})
	})
}

func TestBrokenJSON(t *testing.T)  { checkBad(t, brokenJSON) }
func TestWrongTypes(t *testing.T)  { checkBad(t, wrongTypes) }
func TestWrongValues(t *testing.T) { checkBad(t, wrongValues) }

// What is strange but legal is answered as anything else is.
func TestOddRequestsThatAreFine(t *testing.T) {
	t.Parallel()
	odd := []struct{ name, op, body string }{
		{"an unknown member is ignored", "GetItem", `{"Unknown":[{"deep":null}],"TableName":"$T","Key":{"pk":{"S":"a"}}}`},
		{"a member of null is absent", "GetItem", `{"ProjectionExpression":null,"TableName":"$T","Key":{"pk":{"S":"a"}}}`},
		{"blanks and line ends anywhere", "GetItem", " {\r\n\t\"TableName\" : \"$T\" , \"Key\" : { \"pk\" : { \"S\" : \"a\" } } } \n"},
		{"a value with a second member of null", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a","N":null}}}`},
		{"a name written with escapes", "GetItem", `{"Table\u004eame":"$T","K\u0065y":{"pk":{"S":"a"}}}`},
		{"a limit beyond 32 bits", "Scan", `{"TableName":"$T","Limit":4294967296}`},
		{"a limit with a fraction", "Scan", `{"TableName":"$T","Limit":1.5}`},
		{"ConsistentRead as a word", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"ConsistentRead":"yes"}`},
		{"32 nested lists that are only compared", "Scan", `{"TableName":"$T","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":` + nested(32) + `}}`},
		{"a legacy IN of more values than an expression's takes", "Scan", `{"TableName":"$T","ScanFilter":{"a":{"ComparisonOperator":"IN","AttributeValueList":[` + strings.TrimSuffix(strings.Repeat(`{"N":"1"},`, 101), ",") + `]}}}`},
		{"BOOL as a word", "PutItem", putBody(`{"BOOL":"no"}`)},
	}
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		for _, o := range odd {
			t.Run(o.name, func(t *testing.T) {
				got := rawRequest{op: o.op, body: strings.ReplaceAll(o.body, "$T", table)}.send(t, c.target)
				if got.status != http.StatusOK {
					t.Errorf("%s %s: %d %s", o.op, short(o.body), got.status, short(got.body))
				}
			})
		}
	})
}

func TestOversizedBodies(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		big := rawRequest{op: "PutItem", body: `{"TableName":"$T","X":"` + letters(16<<20) + `"}`}.send(t, c.target)
		if big.status != http.StatusRequestEntityTooLarge {
			t.Errorf("17 MB: status %d, want 413: %s", big.status, short(big.body))
		}
		fits := rawRequest{op: "DescribeLimits", body: `{"X":"` + letters(15<<20) + `"}`}.send(t, c.target)
		if fits.status != http.StatusOK {
			t.Errorf("15 MB of an ignored member: status %d, want 200: %s", fits.status, short(fits.body))
		}
	})
}

// signatureCases need a server that verifies signatures.
var signatureCases = []badRequest{
	{"no signature at all", rawRequest{op: "ListTables", body: `{}`, sign: unsigned}, 400,
		"com.amazon.coral.service#MissingAuthenticationTokenException", "Request is missing Authentication Token"},
	{"a key nobody has", rawRequest{op: "ListTables", body: `{}`, sign: signAs("AKIANOBODY", "", 0)}, 400,
		"com.amazon.coral.service#UnrecognizedClientException", "The security token included in the request is invalid."},
	{"a wrong secret", rawRequest{op: "ListTables", body: `{}`, sign: signAs("", "wrong", 0)}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match the signature you provided.*"},
	{"a signature of an hour ago", rawRequest{op: "ListTables", body: `{}`, sign: signAs("", "", -time.Hour)}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "Signature expired*"},
	{"a signature of tomorrow", rawRequest{op: "ListTables", body: `{}`, sign: signAs("", "", 24*time.Hour)}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "Signature not yet current*"},
	{"a target changed after signing", rawRequest{op: "ListTables", body: `{}`, header: map[string]string{"X-Amz-Target": "DynamoDB_20120810.DescribeLimits"}}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match*"},
	{"a body changed after signing", rawRequest{op: "ListTables", body: `{"Limit":1}`, sign: signAnother}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match*"},
	{"an authorization that is none", rawRequest{op: "ListTables", body: `{}`, header: map[string]string{"Authorization": "Basic Zm9vOmJhcg=="}}, 400,
		"com.amazon.coral.service#*", "*"},
	{"an authorization without its parts", rawRequest{op: "ListTables", body: `{}`, header: map[string]string{"Authorization": "AWS4-HMAC-SHA256 Credential=x"}}, 400,
		"com.amazon.coral.service#*", "*"},
	{"an empty authorization", rawRequest{op: "ListTables", body: `{}`, header: map[string]string{"Authorization": " "}}, 400,
		"com.amazon.coral.service#*", "*"},
}

// signAnother signs another body than the one that is sent.
func signAnother(req *http.Request, _ string, tg *target) error {
	return signAs("", "", 0)(req, `{"Limit":2}`, tg)
}

func TestSignatures(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		if !c.target.checks {
			t.Logf("%s does not verify signatures", c.target.name)
			return
		}
		for _, s := range signatureCases {
			t.Run(s.name, func(t *testing.T) {
				got := s.send(t, c.target)
				if got.status != s.status || !matches(s.kind, got.kind) || !matches(s.message, got.message) {
					t.Errorf("want %d %s: %s\ngot  %d %s: %s", s.status, s.kind, s.message, got.status, got.kind, short(got.body))
				}
			})
		}
	})
}

func TestTargetsThatAreNone(t *testing.T) {
	t.Parallel()
	const unknown = "com.amazon.coral.service#UnknownOperationException"
	onEach(t, func(t *testing.T, c *caller) {
		for _, name := range []string{"", "DynamoDB_20120810.", "DynamoDB_20120810.MakeCoffee", "DynamoDB_20111205.GetItem", "GetItem", "DynamoDB_20120810.getitem", "DynamoDB_20120810.GetItem.x"} {
			r := rawRequest{op: "x", body: `{}`, sign: func(req *http.Request, body string, tg *target) error {
				req.Header.Set("X-Amz-Target", name)
				return signAs("", "", 0)(req, body, tg)
			}}
			if got := r.send(t, c.target); got.status != http.StatusBadRequest || got.kind != unknown {
				t.Errorf("target %q: %d %s, want 400 %s", name, got.status, short(got.body), unknown)
			}
		}
	})
}
