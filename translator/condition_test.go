package translator

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// put prepares a PutItem with a condition; values and names are the members of their maps.
func put(t *testing.T, condition, values, names string) (*PutItem, string) {
	t.Helper()
	body := `{"TableName":"pairs","Item":{"p":{"S":"x"},"c":{"N":"1"}},"ConditionExpression":"` + condition + `"`
	if values != "" {
		body += `,"ExpressionAttributeValues":{` + values + `}`
	}
	if names != "" {
		body += `,"ExpressionAttributeNames":{` + names + `}`
	}
	p, err := PreparePutItem(request[*api.PutItemInput](t, "PutItem", body+"}"), exprs)
	return p, refusal(err)
}

const (
	flag   = `":v":{"BOOL":true}`
	one    = `":v":{"N":"1"}`
	text   = `":v":{"S":"x"}`
	deepB  = `.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b`
	always = "always"
)

func TestConditionsAreRefusedInTheServicesWords(t *testing.T) {
	for _, c := range []struct{ name, condition, values, names, want string }{
		{"an undefined value", "a = :v", "", "", "An expression attribute value used in expression is not defined; attribute value: :v"},
		{"an undefined name", "#a = :v", one, "", "An expression attribute name used in the document path is not defined; attribute name: #a"},
		{"an undefined name inside a path", "#a.b.#c = :v", one, `"#a":"x"`, "An expression attribute name used in the document path is not defined; attribute name: #c"},
		{"an undefined value before a wrong type", "a > :x and b > :v", flag, "", "An expression attribute value used in expression is not defined; attribute value: :x"},
		{"a wrong type before an undefined value", "a > :v and b > :x", flag, "", "Incorrect operand type for operator or function; operator or function: >, operand type: BOOL"},
		{"a reserved word before all of that", "a > :v and zone > :x", flag, "", "Attribute name is a reserved keyword; reserved keyword: zone"},
		{"an unordered type compared", "a < :v", `":v":{"M":{}}`, "", "Incorrect operand type for operator or function; operator or function: <, operand type: M"},
		{"an unordered type as bound", "a between b and :v", flag, "", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL"},
		{"an unordered type between", ":v between a and b", flag, "", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL"},
		{"bounds of two types", "a between :v and :w", one + `,":w":{"S":"x"}`, "", "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:x}"},
		{"bounds the wrong way round", "a between :w and :v", one + `,":w":{"N":"10"}`, "", "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:10}, upper bound operand: AttributeValue: {N:1}"},
		{"binary bounds the wrong way round", "a between :v and :w", `":v":{"B":"YmI="},":w":{"B":"YWE="}`, "", "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=2 cap=2]}, upper bound operand: AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=2 cap=2]}"},
		{"a path compared with itself", "a.b = a.b", "", "", "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a, b]"},
		{"a path compared with itself under other names", "#p[0][1] < #q[0][1]", "", `"#p":"a","#q":"a"`, "The first operand must be distinct from the remaining operands for this operator or function; operator: <, first operand: [a, [0], [1]]"},
		{"a path as its own bound", "a between :v and a", one, "", "The first operand must be distinct from the remaining operands for this operator or function; operator: BETWEEN, first operand: [a]"},
		{"a bound of a wrong type before a path as its own bound", "a between a and :v", `":v":{"BOOL":true}`, "", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL"},
		{"a path in a list with itself", "a in (:v, a)", one, "", "The first operand must be distinct from the remaining operands for this operator or function; operator: IN, first operand: [a]"},
		{"a path that contains itself", "contains(a, a)", "", "", "The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a]"},
		{"a list that is too long", "a in (" + strings.Repeat(":v,", 100) + ":v)", one, "", "The IN operator is provided with too many operands; number of operands: 101"},
		{"a number as prefix", "begins_with(a, :v)", one, "", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"},
		{"a number with a prefix", "begins_with(:v, a)", one, "", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"},
		{"a size as prefix", "begins_with(a, size(b))", "", "", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"},
		{"too few operands", "begins_with(a)", "", "", "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1"},
		{"too many operands", "attribute_exists(a, b)", "", "", "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2"},
		{"the existence of a value", "attribute_not_exists(:v)", one, "", "Operator or function requires a document path; operator or function: attribute_not_exists"},
		{"an unknown type name", "attribute_type(a, :v)", `":v":{"S":"s"}`, "", "Invalid attribute type name found; type: s, valid types: {N,BS,L,B,NULL,M,S,SS,NS,BOOL}"},
		{"a type name that is no string", "attribute_type(a, :v)", one, "", "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N"},
		{"a type name from the item", "attribute_type(a, b)", "", "", "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: " + anyType},
		{"the size of a number", "size(:v) < :w", one + `,":w":{"N":"1"}`, "", "Incorrect operand type for operator or function; operator or function: size, operand type: N"},
		{"the size of a size", "size(size(a)) < :v", one, "", "Incorrect operand type for operator or function; operator or function: size, operand type: N"},
		{"a size compared with an unordered type", "size(a) < :v", flag, "", "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL"},
		{"a path of 33 elements", "a" + deepB + " = :v", one, "", "The document path has too many nesting levels; nesting levels: 33"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := put(t, c.condition, c.values, c.names)
			same(t, c.condition, got, "1 validation error detected: Invalid ConditionExpression: "+c.want)
		})
	}
}

func TestUnusedPlaceholdersAreRefusedOnceAllIsBound(t *testing.T) {
	for _, c := range []struct{ name, condition, values, names, want string }{
		{"unused values in the order sent", "a = :v", one + `,":c":{"N":"1"},":b":{"N":"1"}`, "", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:c, :b}"},
		{"unused names", "#a = :v", one, `"#c":"x","#a":"y","#b":"z"`, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#c, #b}"},
		{"names before values", "a = :v", one + `,":w":{"N":"1"}`, `"#c":"x"`, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#c}"},
		{"a value used only where nothing is decided", ":v = :v or a = :w", one + `,":w":{"N":"1"}`, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := put(t, c.condition, c.values, c.names)
			want := c.want
			if want != "" {
				want = "1 validation error detected: " + want
			}
			same(t, c.condition, got, want)
		})
	}
}

func TestConditionsBecomePredicates(t *testing.T) {
	for _, c := range []struct {
		name, condition, values, names, want string
		onMissing                            bool
	}{
		{"a comparison", "a = :v", one, "", `[a]={"N":"1"}`, false},
		{"an inequality holds where nothing is", "a <> :v", one, "", `[a]<>{"N":"1"}`, true},
		{"two missing paths are not equal", "a = b", "", "", `[a]=[b]`, false},
		{"AND binds tighter than OR", "a = b or c = d and e = f", "", "", `([a]=[b] OR ([c]=[d] AND [e]=[f]))`, false},
		{"nested conjunctions become one", "a = b and (c = d and e = f)", "", "", `([a]=[b] AND [c]=[d] AND [e]=[f])`, false},
		{"negation", "not a = :v", one, "", `NOT [a]={"N":"1"}`, true},
		{"existence", "attribute_exists(a.b[3])", "", "", `exists[a, b, [3]]`, false},
		{"absence", "attribute_not_exists(#p)", "", `"#p":"x.y"`, `NOT exists[x.y]`, true},
		{"a list", "a in (:v, b)", one, "", `[a] IN ({"N":"1"},[b])`, false},
		{"bounds", "a between :v and b", one, "", `[a] BETWEEN {"N":"1"} AND [b]`, false},
		{"a type", "attribute_type(a, :v)", `":v":{"S":"NS"}`, "", `type[a]=NS`, false},
		{"a prefix", "begins_with(a, :v)", text, "", `begins([a],{"S":"x"})`, false},
		{"a needle of any type", "contains(a, :v)", `":v":{"M":{}}`, "", `contains([a],{"M":{}})`, false},
		{"a value that contains an attribute", "contains(:v, a)", text, "", `contains({"S":"x"},[a])`, false},
		{"a size", "size(a) >= :v", one, "", `size[a]>={"N":"1"}`, false},
		{"two sizes of one path", "size(a) = size(a)", "", "", `size[a]=size[a]`, false},
		{"the size of a value is a number", "a = size(:v)", `":v":{"S":"a😀"}`, "", `[a]={"N":"3"}`, false},
		{"values of one type compared", ":v = :v", one, "", always, true},
		{"values of two types are not ordered", ":v < :w", one + `,":w":{"S":"q"}`, "", `false`, false},
		{"a true part of a conjunction falls away", ":v = :v and a = b", one, "", `[a]=[b]`, false},
		{"a false part decides a conjunction", ":v <> :v and a = b", one, "", `false`, false},
		{"a true part decides a disjunction", ":v = :v or a = b", one, "", always, true},
		{"a false part of a disjunction falls away", ":v <> :v or a = b", one, "", `[a]=[b]`, false},
		{"the type of a value", "attribute_type(:v, :w)", one + `,":w":{"S":"N"}`, "", always, true},
		{"a size is a number where there is one", "attribute_type(size(a), :v)", `":v":{"S":"N"}`, "", `size[a]>={"N":"0"}`, false},
		{"a size is no string", "attribute_type(size(a), :v)", `":v":{"S":"S"}`, "", `false`, false},
		{"sets of values compare without order", ":v = :w", `":v":{"SS":["a","b"]},":w":{"SS":["b","a"]}`, "", always, true},
		{"a member of a set of values", "contains(:v, :w)", `":v":{"NS":["1","2"]},":w":{"N":"2.0"}`, "", always, true},
		{"a member of a list of values", "contains(:v, :w)", `":v":{"L":[{"S":"a"}]},":w":{"S":"b"}`, "", `false`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := put(t, c.condition, c.values, c.names)
			if refused != "" {
				t.Fatal(refused)
			}
			w, err := p.Plan(pairs())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.condition, show(w.Items[0].Condition), c.want)
			if got := w.Items[0].HoldsOnMissing; got != c.onMissing {
				t.Errorf("%s on a missing item: got %v", c.condition, got)
			}
		})
	}
}

func TestConditionsCannotLeadIntoKeys(t *testing.T) {
	table := indexed()
	table.Sort.Type = attr.N
	for _, c := range []struct{ condition, want string }{
		{"p.a = :v", "Key: p"},
		{"c[0] = :v", "Key: c"},
		{"l.x = :v", "IndexKey: l"},
	} {
		p, refused := put(t, c.condition, one, "")
		if refused != "" {
			t.Fatal(refused)
		}
		_, err := p.Plan(table)
		same(t, c.condition, refusal(err), "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "+c.want)
	}
}
