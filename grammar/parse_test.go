package grammar

import (
	"reflect"
	"strings"
	"testing"
)

// canonical maps a text to what its tree writes: equal texts show precedence, grouping, case and blanks at work.
type canonical struct{ name, text, want string }

var conditions = []canonical{
	{"every comparison", "a=b AND c<>d AND e<f AND g<=h AND i>j AND k>=l", "a = b AND c <> d AND e < f AND g <= h AND i > j AND k >= l"},
	{"values and names on either side", ":v = #n", ":v = #n"},
	{"two values", ":v < :w", ":v < :w"},
	{"AND binds before OR", "a = b OR c = d AND e = f", "a = b OR c = d AND e = f"},
	{"parentheses against precedence stay", "(a = b OR c = d) AND e = f", "(a = b OR c = d) AND e = f"},
	{"parentheses with precedence go", "a = b OR (c = d AND e = f)", "a = b OR c = d AND e = f"},
	{"AND groups to the left", "a = b AND c = d AND e = f", "a = b AND c = d AND e = f"},
	{"grouping to the right stays", "a = b AND (c = d AND e = f)", "a = b AND (c = d AND e = f)"},
	{"NOT binds before AND", "NOT a = b AND c = d", "NOT a = b AND c = d"},
	{"NOT of a group", "NOT(a = b AND c = d)", "NOT (a = b AND c = d)"},
	{"NOT twice", "not not a = b", "NOT NOT a = b"},
	{"NOT of a parenthesised operand's comparison", "not (a) = b", "NOT a = b"},
	{"BETWEEN binds before AND", "a between b and c and d = e", "a BETWEEN b AND c AND d = e"},
	{"BETWEEN of parenthesised operands", "(a) BETWEEN (b) AND (c)", "a BETWEEN b AND c"},
	{"IN", "a in (b)", "a IN (b)"},
	{"IN of parenthesised operands", "(a) IN ((b), (:c),size(d))", "a IN (b, :c, size(d))"},
	{"keywords in any case", "a BeTwEeN b aNd c oR nOt d iN (e)", "a BETWEEN b AND c OR NOT d IN (e)"},
	{"keywords touching parentheses", "(a = b)AND(c = d)", "a = b AND c = d"},
	{"a keyword inside a name", "aNOT = orb", "aNOT = orb"},
	{"a value that begins like a keyword", "a=:and", "a = :and"},
	{"functions as conditions", "attribute_exists(a) AND contains(b, :v)", "attribute_exists(a) AND contains(b, :v)"},
	{"blanks before arguments", "begins_with  ( a ,\t:v )", "begins_with(a, :v)"},
	{"parenthesised arguments", "contains((a), (:v))", "contains(a, :v)"},
	{"too many arguments are the translator's", "attribute_exists(a, b)", "attribute_exists(a, b)"},
	{"size as operand, both sides", "size(a) = size(b)", "size(a) = size(b)"},
	{"size in parentheses", "(size(a)) = b", "size(a) = b"},
	{"size of size is the translator's", "size(size(a)) = b", "size(size(a)) = b"},
	{"a function in parentheses", "(attribute_exists(a))", "attribute_exists(a)"},
	{"parentheses around operands and their comparison", "((a)=(b))", "a = b"},
	{"nested groups that each hold something", "(((a = b) AND c = d) OR e = f)", "a = b AND c = d OR e = f"},
	{"document paths", "a.b[0][12].#c.d = :v", "a.b[0][12].#c.d = :v"},
	{"blanks inside paths", "a . b [ 0 ] = c", "a.b[0] = c"},
	{"the largest list index", "a[2147483647] = b", "a[2147483647] = b"},
	{"names with digits and underscores", "a1_ = #1_a AND :1 = #_", "a1_ = #1_a AND :1 = #_"},
	{"names of functions are attribute names too", "contains = attribute_exists", "contains = attribute_exists"},
	{"all four blanks", "\ta\r\n= b ", "a = b"},
	{"300 operators", strings.Repeat("a=b OR ", 149) + "NOT a = b", strings.Repeat("a = b OR ", 149) + "NOT a = b"},
	{"4096 bytes", "a" + strings.Repeat(" ", 4091) + " = b", "a = b"},
	{"a path of 32 elements", "a" + strings.Repeat("[0]", 31) + " = b", "a" + strings.Repeat("[0]", 31) + " = b"},
	{"149 levels of parentheses", strings.Repeat("a<b OR (", 149) + "a<b" + strings.Repeat(")", 149),
		strings.Repeat("a < b OR (", 148) + "a < b OR a < b" + strings.Repeat(")", 148)},
}

var updates = []canonical{
	{"SET of a value", "SET a = :v", "SET a = :v"},
	{"several actions", "set a=:v,b = c , d=#e", "SET a = :v, b = c, d = #e"},
	{"every clause, in any order and case", "delete d :v ADD c :v remove b Set a = :v", "SET a = :v REMOVE b ADD c :v DELETE d :v"},
	{"several of each", "REMOVE a, b.c[1] ADD d :v, e :w DELETE f :v, g :w", "REMOVE a, b.c[1] ADD d :v, e :w DELETE f :v, g :w"},
	{"sum and difference", "SET a = b + :v, c = :w - d", "SET a = b + :v, c = :w - d"},
	{"without blanks", "SET a=b+c,d=e-f", "SET a = b + c, d = e - f"},
	{"a sum in parentheses", "SET a = (b + c)", "SET a = b + c"},
	{"operands in parentheses", "SET a = ((b) + (c))", "SET a = b + c"},
	{"an operand in parentheses before a clause", "SET a = (b) REMOVE c", "SET a = b REMOVE c"},
	{"if_not_exists", "SET a = if_not_exists(a, :v)", "SET a = if_not_exists(a, :v)"},
	{"if_not_exists in a sum", "SET a = if_not_exists(a, :v) + if_not_exists(b, :w)", "SET a = if_not_exists(a, :v) + if_not_exists(b, :w)"},
	{"if_not_exists inside if_not_exists", "SET a = if_not_exists(a, if_not_exists(b, :v))", "SET a = if_not_exists(a, if_not_exists(b, :v))"},
	{"list_append", "SET a = list_append(:v, (a))", "SET a = list_append(:v, a)"},
	{"list_append in parentheses", "SET a = (list_append(a, :v))", "SET a = list_append(a, :v)"},
	{"if_not_exists inside list_append", "SET a = list_append(if_not_exists(a, :v), :w)", "SET a = list_append(if_not_exists(a, :v), :w)"},
	{"too few arguments are the translator's", "SET a = list_append(a)", "SET a = list_append(a)"},
	{"many sums: updates have no limit of operators", "SET a=b+c" + strings.Repeat(",a=b+c", 400), "SET a = b + c" + strings.Repeat(", a = b + c", 400)},
}

var projections = []canonical{
	{"one name", "a", "a"},
	{"names and paths", " a ,b.c[0],  #d.e", "a, b.c[0], #d.e"},
	{"the same twice is the translator's", "a,a", "a, a"},
}

func TestTreesOfValidTexts(t *testing.T) {
	for _, c := range conditions {
		t.Run("condition/"+c.name, func(t *testing.T) {
			check(t, c, func(text string) (string, any, *Error) { return flat(ParseCondition(Condition, text)) })
		})
	}
	for _, c := range updates {
		t.Run("update/"+c.name, func(t *testing.T) {
			check(t, c, func(text string) (string, any, *Error) { return flat(ParseUpdate(text)) })
		})
	}
	for _, c := range projections {
		t.Run("projection/"+c.name, func(t *testing.T) {
			check(t, c, func(text string) (string, any, *Error) { return flat(ParseProjection(text)) })
		})
	}
}

// check compares what a text's tree writes, and the tree of that again with the first.
func check(t *testing.T, c canonical, parse func(string) (string, any, *Error)) {
	t.Helper()
	got, tree, err := parse(c.text)
	if err != nil {
		t.Fatalf("%q: %v", c.text, err)
	}
	if got != c.want {
		t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
	}
	if len(got) > MaxBytes {
		return
	}
	_, again, err := parse(got)
	if err != nil {
		t.Fatalf("its own text %q: %v", got, err)
	}
	if !reflect.DeepEqual(tree, again) {
		t.Errorf("%q parses to another tree than %q", got, c.text)
	}
}

func flat[T interface{ String() string }](p *Parsed[T], err *Error) (string, any, *Error) {
	if err != nil {
		return "", nil, err
	}
	return p.AST.String(), p.AST, nil
}

func TestPlaceholdersAreListedOnce(t *testing.T) {
	condition, err := ParseCondition(Filter, "#b = :v AND (#a.#c[0] = :w OR contains(#b, :v)) AND size(d.#e) IN (:x, :a)")
	if err != nil {
		t.Fatal(err)
	}
	wantList(t, "names", condition.Names, "#a", "#b", "#c", "#e")
	wantList(t, "values", condition.Values, ":a", ":v", ":w", ":x")

	update, err := ParseUpdate("SET #a = :v + #b, c = if_not_exists(#d, :w) REMOVE #e[1] ADD #f :x DELETE #a.g :x")
	if err != nil {
		t.Fatal(err)
	}
	wantList(t, "names", update.Names, "#a", "#b", "#d", "#e", "#f")
	wantList(t, "values", update.Values, ":v", ":w", ":x")

	projection, err := ParseProjection("a, b.#c, #a[3]")
	if err != nil {
		t.Fatal(err)
	}
	wantList(t, "names", projection.Names, "#a", "#c")
	wantList(t, "values", projection.Values)
}

func wantList(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
