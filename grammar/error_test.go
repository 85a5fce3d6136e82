package grammar

import (
	"strings"
	"testing"
)

// refused is a text that the service refuses, and the text it does so with, without its beginning.
type refused struct{ text, want string }

func syntax(token, near string) string {
	return `Syntax error; token: "` + token + `", near: "` + near + `"`
}

const (
	redundant   = "The expression has redundant parentheses;"
	name        = "Attribute name is a reserved keyword; reserved keyword: name"
	unknown     = "Invalid function name; function: f"
	misplaced   = "The function is not allowed to be used this way in an expression; function: "
	inCondition = "The function is not allowed in a condition expression; function: "
	inUpdate    = "The function is not allowed in an update expression; function: "
	outOfRange  = "List index is not within the allowable range; index: [2147483648]"
	deep        = "The document path has too many nesting levels; nesting levels: "
	operators   = "The expression contains too many operators; operator count: 301"
)

var (
	manyOperators = strings.Repeat("a = b OR ", 150) + "a = b"
	deepPath      = "a" + strings.Repeat(".b", 32)
)

var refusedConditions = []refused{
	// The end of the text.
	{"", "The expression can not be empty;"},
	{" ", syntax("<EOF>", " ")},
	{"\t\n", syntax("<EOF>", "\t\n")},
	{"a", syntax("<EOF>", "a")},
	{"a = ", syntax("<EOF>", "= ")},
	{"a = b and c", syntax("<EOF>", "c")},
	{"a = b and", syntax("<EOF>", "and")},
	{"a between b and", syntax("<EOF>", "and")},
	{"a in (b", syntax("<EOF>", "b")},
	{"(a = b", syntax("<EOF>", "b")},
	{"(((a = b)", syntax("<EOF>", ")")},
	{"(a)", syntax("<EOF>", ")")},
	{"not (a)", syntax("<EOF>", ")")},
	{"not", syntax("<EOF>", "not")},
	{"((((", syntax("<EOF>", "(")},
	{"begins_with(a, b", syntax("<EOF>", "b")},
	{strings.Repeat("(", 4096), syntax("<EOF>", "(")},

	// A token where another is wanted.
	{"= a", syntax("=", "= a")},
	{"a = b c", syntax("c", "b c")},
	{"a  b  c", syntax("b", "a  b  c")},
	{"a = b)", syntax(")", "b)")},
	{"a in ()", syntax(")", "()")},
	{"a in (b,)", syntax(")", ",)")},
	{"a in b", syntax("b", "in b")},
	{"f()", syntax(")", "()")},
	{"f(a b)", syntax("b", "a b)")},
	{"f(a)(b)", syntax("(", ")(b")},
	{"#f(a) = b", syntax("(", "#f(a")},
	{"a.f(b) = c", syntax("(", "f(b")},
	{"a = b = c", syntax("=", "b = c")},
	{"a != b", syntax("!", "a !=")},
	{"a == b", syntax("=", "== b")},
	{"a < = b", syntax("=", "< = b")},
	{"a + b = c", syntax("+", "a + b")},
	{"a = b OR OR c = d", syntax("OR", "OR OR c")},
	{"set = a", syntax("set", "set =")},
	{"a = REMOVE", syntax("REMOVE", "= REMOVE")},
	{"in(a)", syntax("in", "in(")},
	{"a=:v1AND b=c", syntax("b", ":v1AND b=")},
	{"()", syntax(")", "()")},

	// Operands where only conditions can stand, and the other way round.
	{"a and b c", syntax("and", "a and b")},
	{"(a) and b = c", syntax("and", ") and b")},
	{"((a)) and b", syntax("and", ") and b")},
	{"(a or", syntax("or", "a or")},
	{"(not a) = b", syntax(")", "a) =")},
	{"(a = b or c) = d", syntax(")", "c) =")},
	{"(a < b) = c", syntax("=", ") = c")},
	{"(a = b and c = d) > e", syntax(">", ") > e")},
	{"(contains(a, b) and c = d) in (e)", syntax("in", ") in (")},
	{"a = (b = c)", syntax("=", "b = c")},
	{"a = (not b)", syntax("not", "(not b")},
	{"f(a = b)", syntax("=", "a = b")},

	// Characters.
	{"_a = b", syntax("_", "_a")},
	{"a._b = c", syntax("_", "._b")},
	{"1a = b", syntax("1", "1a")},
	{"a = 1.5", syntax("1", "= 1.")},
	{`a = "x"`, syntax(`"`, `= "x`)},
	{"a = b;", syntax(";", "b;")},
	{"# = a", syntax("#", "# =")},
	{"a = :", syntax(":", "= :")},
	{"#a-b = c", syntax("-", "#a-b")},
	{"é = a", syntax("é", "é =")},
	{"a = bé", syntax("é", "bé")},
	{"#é = a", syntax("#", "#é")},
	{"a\u00a0= b", syntax("\u00a0", "a\u00a0=")},
	{"a 😀 b", syntax("😀", "a 😀 b")},
	{"a\f= b", syntax("\f", "a\f=")},
	{"a = b\x00", syntax("\x00", "b\x00")},

	// List indexes.
	{"a[00] = b", syntax("0", "00]")},
	{"a[01] = b", syntax("1", "01]")},
	{"a[007] = b", syntax("0", "007")},
	{"a[-1] = b", syntax("-", "[-1")},
	{"a[:v] = b", syntax(":v", "[:v]")},
	{"a[#n] = b", syntax("#n", "[#n]")},
	{"a[] = b", syntax("]", "[] =")},
	{"a[1e3] = b", syntax("e3", "1e3]")},
	{"a[2147483648] = b", outOfRange},
	{"a = b[2147483648].name", outOfRange},

	// Redundant parentheses.
	{"((a = b))", redundant},
	{"((a)) = b", redundant},
	{"a = ((b))", redundant},
	{"a in (((b)))", redundant},
	{"contains((a), ((b)))", redundant},
	{"not ((a = b))", redundant},
	{"(attribute_exists(a)) and ((attribute_exists(b)))", redundant},
	{strings.Repeat("(", 2046) + "a<b" + strings.Repeat(")", 2046), redundant},

	// Reserved words and functions.
	{"name = a", name},
	{"a = b.c.name", name},
	{"a between b and name", name},
	{"a = true", "Attribute name is a reserved keyword; reserved keyword: true"},
	{"size = a", "Attribute name is a reserved keyword; reserved keyword: size"},
	{"f(a)", unknown},
	{"a = f(b)", unknown},
	{"BEGINS_WITH(a, :v)", "Invalid function name; function: BEGINS_WITH"},
	{"if_not_exists(a, b) = c", inCondition + "if_not_exists"},
	{"list_append(a, b)", inCondition + "list_append"},
	{"size(a)", misplaced + "size"},
	{"(size(a)) and b = c", misplaced + "size"},
	{"attribute_exists(a) = b", misplaced + "attribute_exists"},
	{"a = (attribute_exists(b))", misplaced + "attribute_exists"},
	{"a in (attribute_exists(b))", misplaced + "attribute_exists"},
	{"contains(attribute_exists(a), b)", misplaced + "attribute_exists"},
	{"a < " + strings.Repeat("f(", 1355) + "b" + strings.Repeat(")", 1355), unknown},

	// Limits.
	{deepPath + " = b", deep + "33"},
	{"a" + strings.Repeat("[0]", 33) + " = b", deep + "34"},
	{manyOperators, operators},
	{strings.Repeat("contains(a,b) AND ", 150) + "a = b", operators},
	{strings.Repeat("not ", 1000) + "a = b", operators},
	{strings.Repeat("a<b OR (", 454) + "a<b" + strings.Repeat(")", 454), operators},
	{strings.Repeat("a", 4097), "Expression size has exceeded the maximum allowed size; expression size: 4097"},
	{strings.Repeat("é", 2049), "Expression size has exceeded the maximum allowed size; expression size: 4098"},

	// Which of several problems is reported.
	{"name = b c", syntax("c", "b c")},
	{"name = a and ((b = c))", redundant},
	{"name = b and f(a)", name},
	{"f(a) and name = b", unknown},
	{"f(name)", unknown},
	{"attribute_exists(name) = a", misplaced + "attribute_exists"},
	{"(attribute_exists(name)) = a", misplaced + "attribute_exists"},
	{"a[2147483648] = b and f(a)", outOfRange},
	{"a.name[2147483648] = c", name},
	{deepPath + " = b and name = c", name},
	{manyOperators + " or name = b", name},
	{manyOperators + " or " + deepPath + " = b", deep + "33"},
	{manyOperators + " c", syntax("c", "b c")},
}

var refusedUpdates = []refused{
	{"", "The expression can not be empty;"},
	{"   ", syntax("<EOF>", "   ")},
	{"SET", syntax("<EOF>", "SET")},
	{"SET a", syntax("<EOF>", "a")},
	{"SET a = :v,", syntax("<EOF>", ",")},
	{"SET a = :v + ", syntax("<EOF>", "+ ")},
	{"SET a = :v REMOVE", syntax("<EOF>", "REMOVE")},
	{"SET a = (b", syntax("<EOF>", "b")},
	{"SET a = (b +", syntax("<EOF>", "+")},
	{"HELLO a = :v", syntax("HELLO", "HELLO a")},
	{"a = :v", syntax("a", "a =")},
	{"SET SET a = :v", syntax("SET", "SET SET a")},
	{"SETa = :v", syntax("SETa", "SETa =")},
	{"SET a = :v b = :w", syntax("b", ":v b =")},
	{"SET a = :v, REMOVE b", syntax("REMOVE", ", REMOVE b")},
	{"SET a=:vREMOVE b", syntax("b", ":vREMOVE b")},
	{"SET :v = a", syntax(":v", "SET :v =")},
	{"SET (a) = b", syntax("(", "SET (a")},
	{"SET f(a) = b", syntax("(", "f(a")},
	{"SET a = -b", syntax("-", "= -b")},
	{"SET a = b * c", syntax("*", "b * c")},
	{"SET a = b < c", syntax("<", "b < c")},
	{"SET a = b AND c = d", syntax("AND", "b AND c")},
	{"SET a = b + c + d", syntax("+", "c + d")},
	{"SET a = (b + c) + d", syntax("+", ") + d")},
	{"SET a = ((b - c) - d)", syntax("-", ") - d")},
	{"SET a = b + (c + d)", syntax("+", "c + d")},
	{"SET a = (b + c) + d + e x", syntax("+", ") + d")},
	{"SET a = if_not_exists(a, b + c)", syntax("+", "b + c")},
	{"SET a = list_append(a, (b + c))", syntax("+", "b + c")},
	{"SET a = _f(b)", syntax("_", "= _f")},
	{"SET hi-there = :v", syntax("-", "hi-there")},
	{"SET a[:v] = :w", syntax(":v", "[:v]")},
	{"SET a = if_not_exists(non@sense, :v)", syntax("@", "non@sense")},
	{"REMOVE :v", syntax(":v", "REMOVE :v")},
	{"REMOVE (a)", syntax("(", "REMOVE (a")},
	{"REMOVE a b", syntax("b", "a b")},
	{"ADD a b", syntax("b", "a b")},
	{"ADD a = :v", syntax("=", "a = :v")},
	{"ADD a (:v)", syntax("(", "a (:v")},
	{"ADD a :v + :w", syntax("+", ":v + :w")},
	{"DELETE a, b", syntax(",", "a, b")},

	{"SET a = ((b))", redundant},
	{"SET a = ((b + c))", redundant},
	{"SET a = b + ((c))", redundant},
	{"SET a = list_append(((b)), c)", redundant},
	{"SET a = f(b), c = ((d))", redundant},

	{"SET name = :v", name},
	{"SET a = b REMOVE name", name},
	{"ADD name :v", name},
	{"DELETE a.name :v", name},
	{"REMOVE name SET a = f(b)", name},
	{"SET a = f(b) REMOVE name", unknown},
	{"SET a = f(name)", unknown},
	{"SET a = LIST_APPEND(b, c)", "Invalid function name; function: LIST_APPEND"},
	{"SET a = size(b)", inUpdate + "size"},
	{"SET a = if_not_exists(attribute_exists(b), c)", inUpdate + "attribute_exists"},
	{"SET a = size(f(b))", inUpdate + "size"},
	{"SET a = list_append(list_append(b, c), d)", misplaced + "list_append"},
	{"SET a = if_not_exists(b, list_append(c, d))", misplaced + "list_append"},
	{"SET a = list_append(b, c) + d", misplaced + "list_append"},
	{"SET a = (list_append(b, c)) - d", misplaced + "list_append"},
	{"SET a = b + list_append(c, d)", misplaced + "list_append"},
	{"SET a[2147483648] = :v", outOfRange},

	{"SET a = :v SET b = :w", `The "SET" section can only be used once in an update expression;`},
	{"remove a set b = :v remove c", `The "REMOVE" section can only be used once in an update expression;`},
	{"ADD a :v ADD b :v", `The "ADD" section can only be used once in an update expression;`},
	{"DELETE a :v DELETE b :v", `The "DELETE" section can only be used once in an update expression;`},
	{"REMOVE a ADD b :v ADD c :v REMOVE d", `The "ADD" section can only be used once in an update expression;`},
	{"SET a = b SET c = f(d)", unknown},
	{"SET a = b SET c = d x", syntax("x", "d x")},

	{"REMOVE " + deepPath, deep + "33"},
	{"SET a = b SET " + deepPath + " = c", `The "SET" section can only be used once in an update expression;`},
	{strings.Repeat(" ", 4097), "Expression size has exceeded the maximum allowed size;"},
}

var refusedProjections = []refused{
	{"", "The expression can not be empty;"},
	{" ", syntax("<EOF>", " ")},
	{"a,", syntax("<EOF>", ",")},
	{"a,   ", syntax("<EOF>", ",   ")},
	{"a, ,  ", syntax(",", ", ,  ")},
	{"  ,  a", syntax(",", "  ,  a")},
	{"  a  b  ", syntax("b", "a  b  ")},
	{"a, b   c  ,  d", syntax("c", "b   c  ,")},
	{"a.b.c.d..e", syntax(".", "..e")},
	{"a[0", syntax("<EOF>", "0")},
	{"a[1]b", syntax("b", "]b")},
	{":a", syntax(":a", ":a")},
	{"(a)", syntax("(", "(a")},
	{"size(a)", syntax("(", "size(a")},
	{"a @@ b", syntax("@", "a @@")},
	{"a.SET", syntax("SET", ".SET")},
	{"and", syntax("and", "and")},
	{"foo[0].name", name},
	{"name, a[2147483648]", name},
	{"a[2147483648], name", outOfRange},
	{"name, a[01]", syntax("1", "01]")},
	{deepPath, deep + "33"},
	{strings.Repeat("a", 4097), "Expression size has exceeded the maximum allowed size;"},
}

func TestRefusedTextsSayWhatTheServiceSays(t *testing.T) {
	run := func(kind Kind, cases []refused, parse func(string) *Error) {
		for _, c := range cases {
			err := parse(c.text)
			if err == nil {
				t.Errorf("%s %.200q is not refused", kind, c.text)
			} else if got := err.Message(); got != c.want {
				t.Errorf("%s %.200q\n got %.200s\nwant %.200s", kind, c.text, got, c.want)
			}
		}
	}
	for _, kind := range []Kind{Condition, Filter, KeyCondition} {
		run(kind, refusedConditions, func(text string) *Error { _, err := ParseCondition(kind, text); return err })
	}
	run(Update, refusedUpdates, func(text string) *Error { _, err := ParseUpdate(text); return err })
	run(Projection, refusedProjections, func(text string) *Error { _, err := ParseProjection(text); return err })
}

func TestErrorsNameTheirExpressionAndPlace(t *testing.T) {
	_, err := ParseCondition(KeyCondition, "é = a")
	if want := `Invalid KeyConditionExpression: Syntax error; token: "é", near: "é ="`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	for _, c := range []struct {
		text    string
		problem Problem
		offset  int
	}{
		{"  a = é b", Syntax, 6},
		{"a = bb", 0, 0},
		{"a = b +", Syntax, 6},
		{"a = ", Syntax, 4},
		{"a = b AND c.name = d", ReservedWord, 12},
		{"a = b[9999999999]", IndexRange, 6},
		{"a = f(b)", UnknownFunction, 4},
	} {
		_, err := ParseCondition(Condition, c.text)
		if c.problem == 0 {
			if err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			continue
		}
		if err == nil || err.Problem != c.problem || err.Offset != c.offset {
			t.Errorf("%q: got %+v, want problem %d at %d", c.text, err, c.problem, c.offset)
		}
	}
}
