package gosdk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// ownAddress stands for the ARN of the case's table in requests and answers.
const ownAddress = "$ARN"

// tagCase is what becomes of a table's tags. Requests about tags are about the case's table unless they name a ResourceArn; the
// wanted answer "" is a body without a byte in it.
type tagCase struct {
	name  string
	given string // the tags it is created with
	steps []step
}

func tagObject(key, value string) string { return `{"Key":"` + key + `","Value":"` + value + `"}` }

// numberedTags are the tags k<from>, k<from+1> ... in that order.
func numberedTags(from, n int) string {
	var list []string
	for i := range n {
		list = append(list, tagObject(fmt.Sprintf("k%d", from+i), "v"))
	}
	return strings.Join(list, ",")
}

// comma begins the rest of a list.
func comma(rest string) string {
	if rest == "" {
		return ""
	}
	return "," + rest
}

func TestTagResource(t *testing.T) {
	const invalid = "ValidationException: One or more parameter values were invalid: "
	give := func(tags, want string) step { return step{"TagResource", `{"Tags":[` + tags + `]}`, want} }
	take := func(keys string) step { return step{"UntagResource", `{"TagKeys":[` + keys + `]}`, ""} }
	list := func(tags string) step {
		return step{"ListTagsOfResource", `{}`, `{"Tags":["in any order"` + comma(tags) + `]}`}
	}
	letters := strings.Repeat("я", 256)
	runTags(t, "API_TagResource, API_UntagResource, API_ListTagsOfResource; Developer guide: Tagging: restrictions", []tagCase{
		{name: "a table has the tags it is created with", given: tagObject("team", "a") + "," + tagObject("stage", ""), steps: []step{
			list(tagObject("team", "a") + "," + tagObject("stage", "")),
		}},
		{name: "a table created without tags has none", steps: []step{list("")}},
		{name: "a tag is given a new value", given: tagObject("one", "a") + "," + tagObject("two", "b"), steps: []step{
			give(tagObject("one", "c")+","+tagObject("three", "d"), ""),
			list(tagObject("one", "c") + "," + tagObject("two", "b") + "," + tagObject("three", "d")),
		}},
		{name: "tags are removed by key, and missing ones are no error", given: numberedTags(1, 3), steps: []step{
			take(`"k2","missing","k2"`), list(tagObject("k1", "v") + "," + tagObject("k3", "v")),
			take(`"k1","k3"`), list(""),
		}},
		{name: "50 tags come in one answer, and one more is refused as a whole", given: numberedTags(0, 30), steps: []step{
			give(numberedTags(20, 30), ""), list(numberedTags(0, 50)),
			give(tagObject("k0", "v")+","+tagObject("more", "v"), invalid+"*50 tags"), list(numberedTags(0, 50)),
			give(tagObject("k0", "v"), ""),
		}},
		{name: "tags have letters of any script", steps: []step{
			give(tagObject("буквы 日本", "+-=._:/@ 1")+","+tagObject(letters[:2*128], letters), ""),
			list(tagObject("буквы 日本", "+-=._:/@ 1") + "," + tagObject(letters[:2*128], letters)),
		}},
		{name: "other characters are refused", steps: []step{
			give(tagObject("a!", "b"), "ValidationException: The Tag Key provided is invalid a!"),
			give(tagObject("a", "b#"), "ValidationException: The Tag Value provided is invalid b#"),
			list(""),
		}},
		{name: "reserved keys are refused", steps: []step{give(tagObject("aws:a", "b"), invalid+"*aws:*")}},
		{name: "an update of the table keeps its tags", given: numberedTags(0, 2), steps: []step{
			{"UpdateTable", `{"TableClass":"STANDARD_INFREQUENT_ACCESS"}`, `{"TableDescription":"*"}`}, list(numberedTags(0, 2)),
		}},
		{name: "an index has no tags", steps: []step{
			{"ListTagsOfResource", `{"ResourceArn":"$ARN/index/some"}`, invalid + "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: $ARN/index/some"},
			{"TagResource", `{"ResourceArn":"$ARN/index/some","Tags":[{"Key":"a","Value":"b"}]}`, invalid + "Invalid resource arn provided*"},
		}},
		{name: "a missing table is named by its ARN", steps: []step{
			{"ListTagsOfResource", `{"ResourceArn":"$ARNx"}`, `ResourceNotFoundException: Requested resource not found: ResourceArn: $ARNx not found`},
			{"TagResource", `{"ResourceArn":"$ARNx","Tags":[{"Key":"a","Value":"b"}]}`, `ResourceNotFoundException: *`},
			{"UntagResource", `{"ResourceArn":"$ARNx","TagKeys":["a"]}`, `ResourceNotFoundException: *`},
		}},
		{name: "the table of another account is nobody's business", steps: []step{
			{"ListTagsOfResource", `{"ResourceArn":"arn:aws:dynamodb:us-east-1:999999999999:table/$T"}`, `AccessDeniedException: *`},
		}},
		{name: "a name is no ARN", steps: []step{{"ListTagsOfResource", `{"ResourceArn":"$T"}`, invalid + "ARNs must start with 'arn:'*"}}},
	})
}

// runTags plays each case on a table of its own.
func runTags(t *testing.T, source string, cases []tagCase) {
	t.Helper()
	group(t, func(t *testing.T, c *caller) {
		for _, tc := range cases {
			runCase(t, tc.name, source, func(t *testing.T) {
				table := c.Own(t, withTags(tc.given))
				arn := tableARN(t, c, table)
				for _, st := range tc.steps {
					playTagStep(t, c, table, arn, st)
				}
			})
		}
	})
}

// withTags is the definition of a table with tags.
func withTags(tags string) string {
	if tags == "" {
		return hashTable
	}
	return strings.TrimSuffix(hashTable, "}") + `,"Tags":[` + tags + `]}`
}

func playTagStep(t *testing.T, c *caller, table, arn string, st step) {
	t.Helper()
	if !harness.NamesTable(st.op) && !strings.Contains(st.in, `"ResourceArn"`) {
		st.in = aboutOwn(st.in)
	}
	st.in, st.want = strings.ReplaceAll(st.in, ownAddress, arn), strings.ReplaceAll(st.want, ownAddress, arn)
	if st.want != "" {
		playStep(t, c, table, st)
		return
	}
	if got := c.Call(t, st.op, st.in); got.Code != "" || got.Body != "" {
		t.Errorf("%s %s\nwant an empty answer\ngot %s %s %s", st.op, harness.Short(st.in), got.Code, got.Text, got.Body)
	}
}

// aboutOwn adds the address of the case's table to a request that names none.
func aboutOwn(in string) string {
	address := `{"ResourceArn":"` + ownAddress + `"`
	if in == "{}" {
		return address + "}"
	}
	return address + "," + strings.TrimPrefix(in, "{")
}

// tableARN is the ARN by which the service knows a table.
func tableARN(t *testing.T, c *caller, table string) string {
	t.Helper()
	var described struct{ Table struct{ TableArn string } }
	if err := json.Unmarshal([]byte(c.OK(t, "DescribeTable", tableInput(table, `{}`))), &described); err != nil {
		t.Fatal(err)
	}
	return described.Table.TableArn
}

// tags are the table's tags as key=value, in byte order.
func tags(t *testing.T, c *caller, arn string) []string {
	t.Helper()
	var listed struct{ Tags []struct{ Key, Value string } }
	if err := json.Unmarshal([]byte(c.OK(t, "ListTagsOfResource", `{"ResourceArn":"`+arn+`"}`)), &listed); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, tag := range listed.Tags {
		all = append(all, tag.Key+"="+tag.Value)
	}
	slices.Sort(all)
	return all
}

// Callers that tag one table at the same time lose no tag, and the items of the table can be written and read meanwhile.
func TestTagResource_concurrent_tags_all_stay(t *testing.T) {
	single(t, "API_TagResource", func(t *testing.T, c *caller) {
		table := c.Own(t, hashTable)
		arn := tableARN(t, c, table)
		together(callers, func(i int) {
			if i%2 == 0 {
				useItems(t, c, table, i)
				return
			}
			for round := range rounds {
				key := fmt.Sprintf("k%d-%02d", i, round)
				MustAnswer(t, c, "TagResource", `{"ResourceArn":"`+arn+`","Tags":[`+tagObject(key, "a")+","+tagObject("passing", key)+`]}`)
				MustAnswer(t, c, "UntagResource", `{"ResourceArn":"`+arn+`","TagKeys":["passing"]}`)
			}
		})
		var want []string
		for i := 1; i < callers; i += 2 {
			for round := range rounds {
				want = append(want, fmt.Sprintf("k%d-%02d=a", i, round))
			}
		}
		if got := tags(t, c, arn); !slices.Equal(got, want) {
			t.Errorf("tags %v, want %v", got, want)
		}
	})
}

// useItems writes and reads items that nobody else touches.
func useItems(t *testing.T, c *caller, table string, owner int) {
	for round := range rounds {
		key := fmt.Sprintf(`{"pk":{"S":"%d-%d"}}`, owner, round)
		MustAnswer(t, c, "PutItem", tableInput(table, `{"Item":`+key+`}`))
		MustAnswer(t, c, "UpdateItem", tableInput(table, `{"Key":`+key+`,"UpdateExpression":"SET a = :a","ExpressionAttributeValues":{":a":{"N":"1"}}}`))
		MustAnswer(t, c, "GetItem", tableInput(table, `{"Key":`+key+`}`))
		MustAnswer(t, c, "Scan", tableInput(table, `{"Limit":5}`))
		MustAnswer(t, c, "BatchGetItem", `{"RequestItems":{"`+table+`":{"Keys":[`+key+`]}}}`)
	}
}
