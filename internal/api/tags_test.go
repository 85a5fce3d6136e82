package api

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const someARN = "arn:aws:dynamodb:us-east-1:000000000000:table/abc"

// about is a tag operation's request about a resource.
func about(arn, more string) string { return `{"ResourceArn":"` + arn + `"` + more + `}` }

func tagged(arn, tags string) string { return about(arn, `,"Tags":[`+tags+`]`) }

func tag(key, value string) string { return `{"Key":"` + key + `","Value":"` + value + `"}` }

func TestTagOperationsRefuseWhatIsNoAddressOfATable(t *testing.T) {
	within := invalid + "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: "
	cases := []struct {
		name, arn string
		code      apierr.Code
		text      string // what stands before the ARN; empty means that it is accepted
	}{
		{"a table", someARN, "", ""},
		{"a table of another region, which only the engine knows", "arn:aws:dynamodb:x:1:table/abc", "", ""},
		{"a stream", someARN + "/stream/2020-01-01T00:00:00.000", "", ""},
		{"a table's name", "abc", apierr.Validation, invalid + "ARNs must start with 'arn:': "},
		{"a blank", " ", apierr.Validation, invalid + "ARNs must start with 'arn:': "},
		{"too few parts", "arn:aws:dynamodb:us-east-1:table/abc", apierr.AccessDenied, "User is not authorized to access the resource: "},
		{"another service", "arn:aws:s3:us-east-1:000000000000:table/abc", apierr.AccessDenied, "User is not authorized to access the resource: "},
		{"something else than a table", "arn:aws:dynamodb:us-east-1:000000000000:backup/abc", apierr.Validation, invalid + "Provided Arn is not a DynamoDB resource arn: "},
		{"a table without name", "arn:aws:dynamodb:us-east-1:000000000000:table/", apierr.Validation, invalid + "Provided Arn is not a DynamoDB resource arn: "},
		{"a name too short for a table", "arn:aws:dynamodb:us-east-1:000000000000:table/ab", apierr.Validation, "Invalid TableArn: Invalid ResourceArn provided as input "},
		{"an index", someARN + "/index/ggg", apierr.Validation, within},
		{"a slash behind the table", someARN + "/", apierr.Validation, within},
	}
	more := map[string]string{"TagResource": `,"Tags":[` + tag("a", "b") + `]`, "UntagResource": `,"TagKeys":["a"]`, "ListTagsOfResource": ""}
	for _, c := range cases {
		want := c.text + c.arn
		if c.text == "" {
			want = ""
		}
		for op, rest := range more {
			checkRefusals(t, []refusal{{c.name, op, about(c.arn, rest), want}})
			if _, err := Decode(Operations[op], []byte(about(c.arn, rest))); err != nil && err.Code != c.code {
				t.Errorf("%s: %s: got a %s, want a %s", op, c.name, err.Code, c.code)
			}
		}
	}
}

func TestTagsThatNoTableCanHaveAreRefused(t *testing.T) {
	long := strings.Repeat("א", 257)
	many := func(n int) string { return strings.Join(repeated(n, `{"Key":"k%d","Value":""}`), ",") }
	tooMany := invalid + "A resource can have no more than 50 tags"
	checkRefusals(t, []refusal{
		{"letters, numbers and blanks of any script", "TagResource", tagged(someARN, tag("буквы ٣", "日本 Ⅷ")), ""},
		{"every mark that is allowed", "TagResource", tagged(someARN, tag("+-=._:/@", "+-=._:/@")), ""},
		{"an empty value", "TagResource", tagged(someARN, tag("a", "")), ""},
		{"keys that differ in case", "TagResource", tagged(someARN, tag("a", "")+","+tag("A", "")), ""},
		{"128 and 256 characters that are more bytes", "TagResource", tagged(someARN, tag(long[:2*128], long[:2*256])), ""},
		{"50 tags", "TagResource", tagged(someARN, many(50)), ""},
		{"a reserved value", "TagResource", tagged(someARN, tag("a", "aws:b")), ""},
		{"51 tags", "TagResource", tagged(someARN, many(51)), tooMany},
		{"no tags", "TagResource", tagged(someARN, ""), invalid + "At least one tag must be given"},
		{"missing tags", "TagResource", about(someARN, ""), one + "Value null at 'tags'" + failed + "Member must not be null"},
		{"a missing value", "TagResource", tagged(someARN, `{"Key":"a"}`), one + "Value null at 'tags.1.member.value'" + failed + "Member must not be null"},
		{"an empty key", "TagResource", tagged(someARN, tag("", "b")), one + "Value '' at 'tags.1.member.key'" + failed + "Member must have length greater than or equal to 1"},
		{"a key of 129 characters", "TagResource", tagged(someARN, tag(long[:2*129], "")), one + "Value '" + long[:2*129] + "' at 'tags.1.member.key'" + failed + "Member must have length less than or equal to 128"},
		{"a value of 257 characters", "TagResource", tagged(someARN, tag("a", long)), one + "Value '" + long + "' at 'tags.1.member.value'" + failed + "Member must have length less than or equal to 256"},
		{"another mark in a key", "TagResource", tagged(someARN, tag("a!", "b")), "The Tag Key provided is invalid a!"},
		{"another mark in a value", "TagResource", tagged(someARN, tag("a", "b%")), "The Tag Value provided is invalid b%"},
		{"a line end", "TagResource", tagged(someARN, tag("a", `b\n`)), "The Tag Value provided is invalid b\n"},
		{"one key twice", "TagResource", tagged(someARN, tag("a", "b")+","+tag("a", "b")), invalid + "Two tags have the same key: a"},
		{"a reserved key", "TagResource", tagged(someARN, tag("Aws:a", "b")), invalid + "Tag keys must not start with aws:, which is reserved. Key: Aws:a"},
		{"a new table with no tags", "CreateTable", table("pc", `,"Tags":[]`), ""},
		{"a new table with 51 tags", "CreateTable", table("pc", `,"Tags":[`+many(51)+`]`), tooMany},
		{"a new table with a bad tag", "CreateTable", table("pc", `,"Tags":[`+tag("a", "#")+`]`), "The Tag Value provided is invalid #"},
		{"keys that no tag can have", "UntagResource", about(someARN, `,"TagKeys":["!","aws:a","!"]`), ""},
		{"no keys", "UntagResource", about(someARN, `,"TagKeys":[]`), invalid + "At least one tag key must be given"},
		{"missing keys", "UntagResource", about(someARN, ""), one + "Value null at 'tagKeys'" + failed + "Member must not be null"},
		{"an empty key", "UntagResource", about(someARN, `,"TagKeys":["a",""]`), one + "Value '' at 'tagKeys.2.member'" + failed + "Member must have length greater than or equal to 1"},
	})
}
