package translator

import (
	"bytes"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// scanOf prepares and plans a Scan; more are members behind the table's name.
func scanOf(t *testing.T, table *catalog.Table, more string) (*Read, string) {
	t.Helper()
	p, err := PrepareScan(request[*api.ScanInput](t, "Scan", `{"TableName":"`+table.Name+`"`+more+`}`), exprs)
	if err != nil {
		return nil, refusal(err)
	}
	r, err := p.Plan(table)
	return r, refusal(err)
}

// projected is what a read shows of an item with all the attributes that the tests name.
func projected(t *testing.T, r *Read) string {
	t.Helper()
	const doc = `{"p":{"S":"1"},"c":{"S":"2"},"g":{"S":"3"},"h":{"N":"4"},"l":{"S":"5"},"a":{"M":{"x":{"S":"6"},"y":{"S":"7"}}},"b":{"S":"8"}}`
	if r.Plan.Projection == nil {
		return "all"
	}
	return string(attr.ProjectDoc(nil, []byte(doc), r.Plan.Projection))
}

func TestReadsShowWhatTheIndexProjects(t *testing.T) {
	for _, c := range []struct {
		name, more, want string
		fetches          bool
	}{
		{"the table", ``, "all", false},
		{"parts of an item", `,"ProjectionExpression":"b,a.y"`, `{"a":{"M":{"y":{"S":"7"}}},"b":{"S":"8"}}`, false},
		{"old attributes", `,"AttributesToGet":["b","a.y"]`, `{"b":{"S":"8"}}`, false},
		{"an index with everything", `,"IndexName":"gall"`, "all", false},
		{"an index with keys only", `,"IndexName":"gkeys"`, `{"p":{"S":"1"},"c":{"S":"2"},"g":{"S":"3"}}`, false},
		{"an index that includes", `,"IndexName":"ginc","Select":"ALL_PROJECTED_ATTRIBUTES"`, `{"p":{"S":"1"},"c":{"S":"2"},"g":{"S":"3"},"a":{"M":{"x":{"S":"6"},"y":{"S":"7"}}}}`, false},
		{"part of what an index includes", `,"IndexName":"ginc","ProjectionExpression":"a.x"`, `{"a":{"M":{"x":{"S":"6"}}}}`, false},
		{"a local index", `,"IndexName":"lkeys"`, `{"p":{"S":"1"},"c":{"S":"2"},"l":{"S":"5"}}`, false},
		{"all of the items of a local index", `,"IndexName":"lkeys","Select":"ALL_ATTRIBUTES"`, "all", true},
		{"more than a local index has", `,"IndexName":"lkeys","ProjectionExpression":"b"`, `{"b":{"S":"8"}}`, true},
		{"what a local index has", `,"IndexName":"lkeys","ProjectionExpression":"l"`, `{"l":{"S":"5"}}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, refused := scanOf(t, indexed(), c.more)
			if refused != "" {
				t.Fatal(refused)
			}
			same(t, c.more, projected(t, r), c.want)
			if r.Plan.FetchesBase != c.fetches {
				t.Errorf("fetches from the table: %v", r.Plan.FetchesBase)
			}
			if r.Plan.MaxBytes != 1<<20 {
				t.Errorf("page of %d bytes", r.Plan.MaxBytes)
			}
		})
	}
}

func TestReadsOfIndexesAreRefused(t *testing.T) {
	const invalid = "One or more parameter values were invalid: "
	for _, c := range []struct{ name, more, want string }{
		{"there is none", `,"IndexName":"nope"`, "The table does not have the specified index: nope"},
		{"it is hidden", `,"IndexName":"hidden"`, "The table does not have the specified index: hidden"},
		{"a filter into what only a hidden index has as key", `,"FilterExpression":"a = e[0]"`, ""},
		{"consistently", `,"IndexName":"gall","ConsistentRead":true`, "Consistent reads are not supported on global secondary indexes"},
		{"consistently, but local", `,"IndexName":"lkeys","ConsistentRead":true`, ""},
		{"for all attributes", `,"IndexName":"ginc","Select":"ALL_ATTRIBUTES"`, invalid + "Select type ALL_ATTRIBUTES is not supported for global secondary index ginc because its projection type is not ALL"},
		{"for all attributes ahead of the starting key", `,"IndexName":"gkeys","Select":"ALL_ATTRIBUTES","ExclusiveStartKey":{"x":{"S":"y"}}`, invalid + "Select type ALL_ATTRIBUTES is not supported for global secondary index gkeys because its projection type is not ALL"},
		{"for attributes that are not there", `,"IndexName":"gkeys","ProjectionExpression":"b,c,a.x,b2"`, invalid + "Global secondary index gkeys does not project [b, a, b2]"},
		{"into keys", `,"ProjectionExpression":"p.x"`, "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: p"},
		{"a filter into index keys", `,"FilterExpression":"a = g[0]"`, "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: g"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, refused := scanOf(t, indexed(), c.more)
			same(t, c.more, refused, c.want)
		})
	}
}

func TestAnIndexBeingFilledIsNotRead(t *testing.T) {
	table := indexed()
	table.Indexes[0].Status = catalog.Creating
	_, refused := scanOf(t, table, `,"IndexName":"gall"`)
	same(t, "gall", refused, "Cannot read from backfilling global secondary index: gall")
}

func TestScansSeeUnprojectedAttributesAsMissing(t *testing.T) {
	for _, c := range []struct{ name, filter, want string }{
		{"equal to nothing", "b = c", "false"},
		{"unequal to everything", "b <> c", "true"},
		{"not there", "attribute_exists(b)", "false"},
		{"not there, negated", "attribute_not_exists(b.x)", "true"},
		{"of no type", "attribute_type(b, :s) or a = c", `[a]=[c]`},
		{"without size", "size(b) > p or a = c", `[a]=[c]`},
		{"in no list", "b in (a, c)", "false"},
		{"nothing that a list has", "c in (a, b)", `[c] IN ([a])`},
		{"a list of nothing", "c in (b, b.x)", "false"},
		{"without beginning", "begins_with(b, c)", "false"},
		{"between nothing", "a between b and c", "false"},
		{"what is there stays", "a = c and contains(p, a)", `([a]=[c] AND contains([p],[a]))`},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := `,"IndexName":"ginc","FilterExpression":"` + c.filter + `"`
			if c.filter == "attribute_type(b, :s) or a = c" {
				more += `,"ExpressionAttributeValues":{":s":{"S":"S"}}`
			}
			r, refused := scanOf(t, indexed(), more)
			if refused != "" {
				t.Fatal(refused)
			}
			same(t, c.filter, show(r.Plan.Filter), c.want)
		})
	}
}

func TestScansGoOnOnlyFromKeysOfTheirOwn(t *testing.T) {
	const startKey = "The provided starting key is invalid"
	for _, c := range []struct {
		name, more string
		table      *catalog.Table
		want       string
	}{
		{"a key", `{"p":{"S":"x"},"c":{"N":"1"}}`, pairs(), ""},
		{"no sort key", `{"p":{"S":"x"}}`, pairs(), startKey},
		{"one attribute more", `{"p":{"S":"x"},"c":{"N":"1"},"d":{"N":"1"}}`, pairs(), startKey},
		{"another type", `{"p":{"S":"x"},"c":{"S":"1"}}`, pairs(), startKey},
		{"empty", `{"p":{"S":""},"c":{"N":"1"}}`, pairs(), startKey + ": " + emptyString + "p"},
		{"an index key on a table", `{"p":{"S":"x"},"c":{"S":"y"},"g":{"S":"z"}}`, indexed(), startKey},
		{"a key of another type that an index uses", `{"p":{"N":"1"},"c":{"S":"y"}}`, indexed(), "One or more parameter values were invalid: Type mismatch for Index Key p Expected: S Actual: N IndexName: lkeys"},
		{"an index", `{"p":{"S":"x"},"c":{"S":"y"},"g":{"S":"z"},"h":{"N":"1"}},"IndexName":"gall"`, indexed(), ""},
		{"an index without its key", `{"p":{"S":"x"},"c":{"S":"y"}},"IndexName":"gall"`, indexed(), startKey},
		{"an index key of another type", `{"p":{"S":"x"},"c":{"S":"y"},"g":{"S":"z"},"h":{"S":"1"}},"IndexName":"gall"`, indexed(), "One or more parameter values were invalid: Type mismatch for Index Key h Expected: N Actual: S IndexName: gall"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, refused := scanOf(t, c.table, `,"ExclusiveStartKey":`+c.more)
			same(t, c.more, refused, c.want)
		})
	}
}

func TestScansGoOnOnlyInTheirSegment(t *testing.T) {
	inside := 0
	for _, segment := range []string{"0", "1"} {
		_, refused := scanOf(t, pairs(), `,"ExclusiveStartKey":{"p":{"S":"x"},"c":{"N":"1"}},"TotalSegments":2,"Segment":`+segment)
		switch refused {
		case "":
			inside++
		case "Exclusive start key must lie within the segment":
		default:
			t.Error(refused)
		}
	}
	if inside != 1 {
		t.Errorf("the key is in %d of 2 segments", inside)
	}
}

func TestQueriesGoOnOnlyFromWhereTheyCanStop(t *testing.T) {
	const startKey = "The provided starting key is invalid"
	const outside = "The provided starting key is outside query boundaries based on provided conditions"
	for _, c := range []struct {
		name, condition, values, start string
		table                          *catalog.Table
		want                           string
	}{
		{"a key", "p=:p", part, `{"p":{"S":"x"},"c":{"N":"1"}}`, pairs(), ""},
		{"no sort key", "p=:p", part, `{"p":{"S":"x"}}`, pairs(), startKey},
		{"one attribute more", "p=:p", part, `{"p":{"S":"x"},"c":{"N":"1"},"d":{"N":"1"}}`, pairs(), startKey},
		{"another type", "p=:p", part, `{"p":{"S":"x"},"c":{"S":"1"}}`, pairs(), startKey + ": " + wrongSchema},
		{"another partition", "p=:p", part, `{"p":{"S":"y"},"c":{"N":"1"}}`, pairs(), outside},
		{"before the range", "p=:p and c>=:c", number, `{"p":{"S":"x"},"c":{"N":"0"}}`, pairs(), outside},
		{"at the open end of the range", "p=:p and c>:c", number, `{"p":{"S":"x"},"c":{"N":"1"}}`, pairs(), outside},
		{"behind the range", "p=:p and c<=:c", number, `{"p":{"S":"x"},"c":{"N":"2"}}`, pairs(), outside},
		{"the end of the range", "p=:p and c<=:c", number, `{"p":{"S":"x"},"c":{"N":"1"}}`, pairs(), ""},
		{"the only key", "p=:p and c=:c", number, `{"p":{"S":"x"},"c":{"N":"1"}}`, pairs(), ""},
		{"the only key in another partition", "p=:p and c=:c", number, `{"p":{"S":"y"},"c":{"N":"1"}}`, pairs(), "The query can return at most one row and cannot be restarted"},
		{"a table without sort key", "p=:p", part, `{"p":{"S":"x"}}`, singles(), "The provided exclusive start key is invalid: ExclusiveStartKey: {p=AttributeValue: {S:x}}"},
		{"an index", "g=:p", part, `{"p":{"S":"a"},"c":{"S":"b"},"g":{"S":"x"},"h":{"N":"1"}},"IndexName":"gall"`, indexed(), ""},
		{"another partition of an index", "g=:p", part, `{"p":{"S":"x"},"c":{"S":"b"},"g":{"S":"y"},"h":{"N":"1"}},"IndexName":"gall"`, indexed(), outside},
		{"an index key of another type", "g=:p", part, `{"p":{"S":"a"},"c":{"S":"b"},"g":{"S":"x"},"h":{"S":"1"}},"IndexName":"gall"`, indexed(), startKey},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, refused := queryOf(t, c.condition, c.values, `,"ExclusiveStartKey":`+c.start)
			if refused != "" {
				t.Fatal(refused)
			}
			_, err := q.Plan(c.table)
			same(t, c.start, refusal(err), c.want)
		})
	}
}

func TestQueriesGoOnFromTheKeysOfTheirIndex(t *testing.T) {
	q, refused := queryOf(t, "g=:p", part, `,"IndexName":"gall","ScanIndexForward":false,"Limit":7,"Select":"COUNT","ExclusiveStartKey":{"p":{"S":"a"},"c":{"S":"b"},"g":{"S":"x"},"h":{"N":"1"}}`)
	if refused != "" {
		t.Fatal(refused)
	}
	r, err := q.Plan(indexed())
	if err != nil {
		t.Fatal(err)
	}
	p := r.Plan
	if !p.Backward || p.Limit != 7 || !p.CountOnly || p.Index.Name != "gall" {
		t.Errorf("backward %v, limit %d, count %v, index %s", p.Backward, p.Limit, p.CountOnly, p.Index.Name)
	}
	n, _ := attr.NumberValue("1")
	if p.After.IndexToken != *p.Partition || !bytes.Equal(p.After.IndexSort, attr.AppendKeyBytes(nil, n)) {
		t.Errorf("another place in the index: %x %x", p.After.IndexToken, p.After.IndexSort)
	}
	if p.After.Key.Token != attr.TokenOf(attr.StringValue("a")) || string(p.After.Key.Sort) != "b" {
		t.Errorf("another place in the table: %x %q", p.After.Key.Token, p.After.Key.Sort)
	}
}

func TestProjectionsAreRefusedInTheServicesWords(t *testing.T) {
	for _, c := range []struct{ name, projection, names, want string }{
		{"a path twice", "a,a", "", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]"},
		{"a parent behind its part", "a.b,c,a", "", "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]"},
		{"a map and a list", "a.b,a[0]", "", "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]"},
		{"an undefined name", "#a", "", "An expression attribute name used in the document path is not defined; attribute name: #a"},
		{"a reserved word", "a,abort", "", "Attribute name is a reserved keyword; reserved keyword: abort"},
		{"the same under another name", "#x,b", `"#x":"b"`, "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [b], path two: [b]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			more := `,"ProjectionExpression":"` + c.projection + `"`
			if c.names != "" {
				more += `,"ExpressionAttributeNames":{` + c.names + `}`
			}
			_, refused := scanOf(t, pairs(), more)
			same(t, c.projection, refused, "Invalid ProjectionExpression: "+c.want)
		})
	}
}
