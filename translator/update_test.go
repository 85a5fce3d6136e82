package translator

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// update prepares an UpdateItem of the table pairs; more are further members.
func update(t *testing.T, more string) (*UpdateItem, string) {
	t.Helper()
	body := `{"TableName":"pairs","Key":{"p":{"S":"x"},"c":{"N":"1"}},` + more + `}`
	p, err := PrepareUpdateItem(request[*api.UpdateItemInput](t, "UpdateItem", body), exprs)
	return p, refusal(err)
}

func expressionOf(update, values string) string {
	s := `"UpdateExpression":"` + update + `"`
	if values != "" {
		s += `,"ExpressionAttributeValues":{` + values + `}`
	}
	return s
}

func TestUpdatesAreRefusedInTheServicesWords(t *testing.T) {
	const (
		list = `":v":{"L":[{"S":"a"}]}`
		set  = `":v":{"SS":["a"]}`
	)
	for _, c := range []struct{ name, update, values, want string }{
		{"an undefined value", "SET a=:v", "", "An expression attribute value used in expression is not defined; attribute value: :v"},
		{"an undefined name", "SET a=#b", "", "An expression attribute name used in the document path is not defined; attribute name: #b"},
		{"a path twice", "SET a=:v, a=:v", one, "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]"},
		{"a path and its parent, in the order written", "SET a.b=:v, a=:v", one, "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]"},
		{"a path taken for a map and a list", "SET a.b=:v, a[0]=:v", one, "Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]"},
		{"an overlap of sections", "SET a=:v REMOVE a.b[1]", one, "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b, [1]]"},
		{"an overlap far apart", "SET z=:v, a=:v, b=:v, a[3]=:v", one, "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, [3]]"},
		{"an overlap before an undefined value", "SET b=:v, b=:x", one, "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [b], path two: [b]"},
		{"a sum of a string", "SET a=:v+:w", one + `,":w":{"S":"x"}`, "Incorrect operand type for operator or function; operator or function: +, operand type: S"},
		{"a difference of a set", "SET a=b-:v", set, "Incorrect operand type for operator or function; operator or function: -, operand type: SS"},
		{"an undefined value before a wrong type", "SET a=:v-:x", flag, "An expression attribute value used in expression is not defined; attribute value: :x"},
		{"appending a number", "SET a=list_append(b,:v)", one, "Incorrect operand type for operator or function; operator or function: list_append, operand type: N"},
		{"appending one", "SET a=list_append(:v)", list, "Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1"},
		{"a value that may not exist", "SET a=if_not_exists(:v,:v)", list, "Operator or function requires a document path; operator or function: if_not_exists"},
		{"nested on the wrong side", "SET a=if_not_exists(if_not_exists(a,:v),:v)", list, "Operator or function requires a document path; operator or function: if_not_exists"},
		{"too many operands", "SET a=if_not_exists(a,b,c)", "", "Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 3"},
		{"a path that replaces itself when missing", "SET a=if_not_exists(b.c, b.c)", "", "The first operand must be distinct from the remaining operands for this operator or function; operator: if_not_exists, first operand: [b, c]"},
		{"lists in lists of calls", "SET a=list_append(list_append(:v,:v),:v)", list, "The function is not allowed to be used this way in an expression; function: list_append"},
		{"ADD of a string", "ADD a :v", text, "Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND"},
		{"an undefined value before ADD of a boolean", "ADD a :v, b :x", flag, "An expression attribute value used in expression is not defined; attribute value: :x"},
		{"ADD of a list", "ADD a :v", list, "Incorrect operand type for operator or function; operator: ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND"},
		{"DELETE of a number", "DELETE a :v", one, "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND"},
		{"DELETE of a boolean", "DELETE a :v", flag, "Incorrect operand type for operator or function; operator: DELETE, operand type: BOOLEAN, typeSet: ALLOWED_FOR_DELETE_OPERAND"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := update(t, expressionOf(c.update, c.values))
			same(t, c.update, got, "1 validation error detected: Invalid UpdateExpression: "+c.want)
		})
	}
}

func TestTheConditionOfAnUpdateIsLookedAtFirst(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"both empty", `"UpdateExpression":"","ConditionExpression":""`, "Invalid ConditionExpression: The expression can not be empty;"},
		{"an undefined value in both", `"UpdateExpression":"SET a=:v","ConditionExpression":"b=:w"`, "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :w"},
		{"syntax before an unused value", `"UpdateExpression":"SET a=b","ConditionExpression":"b=","ExpressionAttributeValues":{":x":{"S":"a"}}`, `Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "="`},
		{"values are shared", `"UpdateExpression":"SET a=:v","ConditionExpression":"b=:w","ExpressionAttributeValues":{":v":{"S":"a"},":w":{"S":"a"},":x":{"S":"a"}}`, "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := update(t, c.body)
			same(t, c.body, got, "1 validation error detected: "+c.want)
		})
	}
}

func TestUpdatesBecomeActions(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a value", expressionOf("SET a=:v", one), `set [a] {"N":"1"}`},
		{"a copy into a document", expressionOf("SET a.b[2]=e.f", ""), `set [a, b, [2]] [e, f]`},
		{"arithmetic", expressionOf("SET a=a+:v, b=(:v-c)", one), `set [a] ([a]+{"N":"1"}); set [b] ({"N":"1"}-[c])`},
		{"defaults in defaults", expressionOf("SET a=if_not_exists(b,if_not_exists(c,:v))", one), `set [a] [b]?[c]?{"N":"1"}`},
		{"defaults in sums and lists", expressionOf("SET a=if_not_exists(a,:v)+b, l=list_append(if_not_exists(l,d),e)", one), `set [a] ([a]?{"N":"1"}+[b]); set [l] [l]?[d]++[e]`},
		{"all sections, in one order", expressionOf("DELETE d :s ADD e :v REMOVE b SET a=:v", one+`,":s":{"NS":["1"]}`), `set [a] {"N":"1"}; remove [b]; add [e] {"N":"1"}; delete [d] {"NS":["1"]}`},
		{"neighbours in a list", expressionOf("REMOVE l[0], l[1]", ""), `remove [l, [0]]; remove [l, [1]]`},
		{"attribute updates", `"AttributeUpdates":{"a.b":{"Action":"PUT","Value":{"N":"1"}},"#c":{"Value":{"S":"x"}},"zone":{"Action":"DELETE"},"e":{"Action":"ADD","Value":{"L":[]}},"f":{"Action":"DELETE","Value":{"SS":["a"]}}}`,
			`set [a.b] {"N":"1"}; set [#c] {"S":"x"}; remove [zone]; legacyadd [e] {"L":[]}; legacydelete [f] {"SS":["a"]}`},
		{"nothing at all", `"ReturnValues":"NONE"`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := update(t, c.body)
			if refused != "" {
				t.Fatal(refused)
			}
			w, err := p.Plan(pairs())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.body, showActions(w.Items[0].Actions), c.want)
		})
	}
}

func TestUpdatesCannotTouchKeys(t *testing.T) {
	const partOfKey = "One or more parameter values were invalid: Cannot update attribute %s. This attribute is part of the key"
	const notScalar = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: %s"
	for _, c := range []struct{ name, body, want string }{
		{"set", expressionOf("SET a=:v, p=:v", one), fmt.Sprintf(partOfKey, "p")},
		{"set inside", expressionOf("SET c.x=:v", one), fmt.Sprintf(partOfKey, "c")},
		{"removed", expressionOf("REMOVE c", ""), fmt.Sprintf(partOfKey, "c")},
		{"added to", expressionOf("ADD c :v", one), fmt.Sprintf(partOfKey, "c")},
		{"put by attribute updates", `"AttributeUpdates":{"c":{"Value":{"N":"2"}}}`, fmt.Sprintf(partOfKey, "c")},
		{"inside of an index key", expressionOf("SET g.x=:v", one), fmt.Sprintf(notScalar, "IndexKey: g")},
		{"from inside of a key", expressionOf("SET a=p.x", ""), fmt.Sprintf(notScalar, "Key: p")},
		{"an index key as a whole", expressionOf("SET g=:v", one), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := update(t, c.body)
			if refused != "" {
				t.Fatal(refused)
			}
			table := indexed()
			table.Sort.Type = pairs().Sort.Type
			_, err := p.Plan(table)
			same(t, c.body, refusal(err), c.want)
		})
	}
}

func TestAttributeUpdatesAreRefusedInTheirOwnWords(t *testing.T) {
	for _, c := range []struct{ name, updates, want string }{
		{"PUT without a value", `"a":{"Action":"PUT"}`, "Only DELETE action is allowed when no attribute value is specified"},
		{"no action and no value", `"a":{}`, "Only DELETE action is allowed when no attribute value is specified"},
		{"ADD of a string", `"a":{"Action":"ADD","Value":{"S":"x"}}`, "ADD action is not supported for the type STRING"},
		{"ADD of a map", `"a":{"Action":"ADD","Value":{"M":{}}}`, "ADD action is not supported for the type MAP"},
		{"DELETE of a list", `"a":{"Action":"DELETE","Value":{"L":[]}}`, "DELETE action with value is not supported for the type LIST"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := update(t, `"AttributeUpdates":{`+c.updates+`}`)
			same(t, c.updates, got, "1 validation error detected: One or more parameter values were invalid: "+c.want)
		})
	}
}

func TestUpdatesAreChargedByTheRequestAlone(t *testing.T) {
	value := func(size int) string { return `":v":{"S":"` + strings.Repeat("x", size) + `"}` }
	const limit = 409600
	for _, c := range []struct {
		name, update string
		overhead     int // of the charge, beside the value's bytes
	}{
		{"a value and its name", "SET a=:v", 3 + 19 + 1},
		{"a place in a list", "SET ab[0]=:v", 3 + 19 + 2 + 1},
		{"a default", "SET a=if_not_exists(b,:v)", 3 + 19 + 1},
		{"a removal costs no name", "SET a=:v REMOVE bbbbb", 3 + 19 + 1 + 2},
		{"each action", "SET a=:v, b=c", 3 + 19 + 1 + 19 + 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, fits := update(t, expressionOf(c.update, value(limit-c.overhead)))
			same(t, "at the limit", fits, "")
			_, over := update(t, expressionOf(c.update, value(limit-c.overhead+1)))
			same(t, "over the limit", over, "Item size to update has exceeded the maximum allowed size")
		})
	}
	_, legacy := update(t, `"AttributeUpdates":{"a":{"Value":{"S":"`+strings.Repeat("x", limit)+`"}}}`)
	same(t, "attribute updates are judged by the finished item only", legacy, "")
}

func TestArithmeticIsChargedMore(t *testing.T) {
	p, refused := update(t, expressionOf("SET a=a+:v", one))
	if refused != "" {
		t.Fatal(refused)
	}
	if got, want := requestCharge(p.actions), 3+19+1+2+50; got != want {
		t.Errorf("charge of a sum: got %d, want %d", got, want)
	}
}

func TestUpdatesAskForTheImagesTheyReturn(t *testing.T) {
	for _, c := range []struct {
		values              string
		old, new, onFailure bool
	}{
		{`"NONE"`, false, false, false},
		{`"ALL_OLD"`, true, false, false},
		{`"UPDATED_OLD"`, true, false, false},
		{`"ALL_NEW"`, false, true, false},
		{`"UPDATED_NEW","ReturnValuesOnConditionCheckFailure":"ALL_OLD"`, false, true, true},
	} {
		p, refused := update(t, expressionOf("SET a=:v", one)+`,"ReturnValues":`+c.values)
		if refused != "" {
			t.Fatal(refused)
		}
		w, err := p.Plan(pairs())
		if err != nil {
			t.Fatal(err)
		}
		got := w.Items[0]
		if got.Kind != plan.Update || got.NeedOld != c.old || got.NeedNew != c.new || got.NeedOldOnFailure != c.onFailure {
			t.Errorf("%s: old %v new %v on failure %v", c.values, got.NeedOld, got.NeedNew, got.NeedOldOnFailure)
		}
	}
}
