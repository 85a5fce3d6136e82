package grammar

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/ddbsql/ddbsql/grammar/ast"
)

// notWellFormed is how the text of an error of syntax begins.
const notWellFormed = "Statement wasn't well formed, can't be processed: "

// refusedStatements reads the statements of testdata, each with its text. Lines of statements begin with a tab.
func refusedStatements(t testing.TB) []refused {
	t.Helper()
	data, err := os.ReadFile("testdata/refused_statements.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []refused
	var want string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if statement, ok := strings.CutPrefix(line, "\t"); ok {
			cases = append(cases, refused{statement, want})
		} else if line != "" && line[0] != '#' {
			want = line
		}
	}
	return cases
}

func TestRefusedStatements(t *testing.T) {
	cases := refusedStatements(t)
	if len(cases) < 600 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) { wantRefused(t, c.text, c.want) })
	}
}

func wantRefused(t *testing.T, text, want string) {
	t.Helper()
	statement, err := ParseStatement(text)
	if err == nil {
		t.Fatalf("%q was accepted: %s", text, statement)
	}
	if got := strings.TrimSuffix(err.Error(), " "); got != want {
		t.Errorf("%q\n got %s\nwant %s", text, got, want)
	}
	if err.Kind != Statement || err.Message() != err.Error() {
		t.Errorf("%q: kind %s, message %s", text, err.Kind, err.Message())
	}
}

func TestRefusedStatementsOfSeveralLines(t *testing.T) {
	malformed := strings.TrimSuffix(notWellFormed, " ")
	for _, c := range []refused{
		{"", notWellFormed + "Unexpected term"},
		{" \t\r\n\v\f", notWellFormed + "Unexpected term"},
		{"\n\nSELECT *\n  FROM t\n WHERE  foo(a)", "Unrecognized function: foo at 5:9:3"},
		{"SELECT * FROM t\r\n WHERE 'é🎵' = foo(a)", "Unrecognized function: foo at 2:15:3"},
		{"SELECT * FROM t -- foo(a)\n/* a\n b */ WHERE foo(a)", "Unrecognized function: foo at 3:13:3"},
		{"SELECT * FROM t WHERE a = 'x\n", malformed},
		{"SELECT * FROM t\x00", malformed},
		{"SELECT * FROM t WHERE a = 1e2147483648", malformed},
		{"SELECT * FROM t WHERE a = .5e-2147483648", malformed},
		{"SELECT * FROM t WHERE a = 1e99999999999999999999", malformed},
		{"SELECT FROM WHERE é", malformed},
		{"SELECT * FROM t WHERE a = '\xff", malformed},
	} {
		wantRefused(t, c.text, c.want)
	}
}

func TestConditionsOfStatementsHave300Operators(t *testing.T) {
	const operators = "The expression contains too many operators; operator count: 301"
	for _, c := range []struct {
		name, condition string
		accepted        bool
	}{
		{"comparisons and OR", "a=1" + strings.Repeat(" OR a=1", 149), true},
		{"one comparison more", "NOT(a=1" + strings.Repeat(" OR a=1", 149) + " OR a=1)", false},
		{"every NOT", strings.Repeat("NOT ", 299) + "a=1", true},
		{"a NOT more", strings.Repeat("NOT ", 300) + "a=1", false},
		{"the NOT of IS NOT", "a IS NOT NULL" + strings.Repeat(" AND a IS NOT NULL", 99), true},
		{"one IS NOT more", "a IS NOT NULL" + strings.Repeat(" AND a IS NOT NULL", 100), false},
		{"the NOT of NOT IN, no members", "a NOT IN [1,2,3]" + strings.Repeat(" AND a NOT IN [1,2]", 99), true},
		{"one NOT IN more", "a NOT IN [1,2]" + strings.Repeat(" AND a NOT IN [1,2]", 100), false},
		{"BETWEEN, not its AND", "a BETWEEN 1 AND 2" + strings.Repeat(" AND a BETWEEN 1 AND 2", 149), true},
		{"calls", "size(a)=size(b)" + strings.Repeat(" AND size(a)=size(b)", 74), true},
		{"a call too many", "size(a)=size(b)" + strings.Repeat(" AND size(a)=size(b)", 75), false},
		{"bags", "a=<<1>>" + strings.Repeat(" AND a=<<1>>", 149), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "DELETE FROM t WHERE " + c.condition
			if !c.accepted {
				wantRefused(t, text, operators)
			} else if _, err := ParseStatement(text); err != nil {
				t.Error(err)
			}
		})
	}
	sums := "UPDATE t SET a=1" + strings.Repeat("+1", 400) + " WHERE b=1"
	if _, err := ParseStatement(sums); err != nil {
		t.Errorf("the operators of SET count: %v", err)
	}
}

// hostile are texts of the most characters that a request can have.
func hostile() map[string]string {
	texts := map[string]string{}
	fill := func(name, start, repeated, end string) {
		n := (MaxStatementChars - utf8.RuneCountInString(start+end)) / utf8.RuneCountInString(repeated)
		texts[name] = start + strings.Repeat(repeated, n) + end
	}
	const where = "SELECT * FROM t WHERE "
	fill("open parentheses", where, "(", "")
	half := (MaxStatementChars - len(where) - len("a=1")) / 2
	texts["closed parentheses"] = where + strings.Repeat("(", half) + "a=1" + strings.Repeat(")", half)
	texts["250 parentheses"] = where + strings.Repeat("(", 250) + "a=1" + strings.Repeat(")", 250)
	fill("lists", where+"a=", "[", "")
	fill("maps", where+"a=", "{'a':", "")
	fill("bags", where+"a=", "<<", "")
	fill("calls", where, "f(", "")
	fill("brackets of paths", where, "a[", "")
	fill("NOT", where, "NOT ", "a=1")
	fill("signs", where+"a=", "- ", "1")
	fill("signs of parentheses", "UPDATE t SET a=", "-(", "1")
	signed := (MaxStatementChars - len("UPDATE t SET a=b")) / 3
	texts["closed signs"] = "UPDATE t SET a=" + strings.Repeat("-(", signed) + "b" + strings.Repeat(")", signed)
	texts["closed sums"] = "UPDATE t SET a=" + strings.Repeat("(", half/2) + "b" + strings.Repeat("+1)", half/2)
	fill("BETWEEN", where, "a BETWEEN ", "1")
	fill("nested BETWEEN", where, "(a BETWEEN ", "1")
	fill("OR", where+"a=1", " OR a=1", "")
	fill("sums", "UPDATE t SET a=1", "+1", "")
	fill("parameters", where+"a IN (?", ",?", ")")
	fill("steps", "SELECT a", ".b", " FROM t")
	fill("open comments", "SELECT ", "/*", "")
	fill("stars of a comment", "SELECT /", "*", "")
	fill("line comments", "SELECT ", "--\n", "* FROM t")
	fill("open strings", where+"a=", "'", "x")
	fill("strings", where+"a=", "'a'", "'")
	fill("quotes", where, `"`, "")
	fill("backquotes", where, "`a` `", "")
	fill("characters of several bytes", where, "🎵", "")
	fill("dots", where, ".", "")
	fill("exponents", where, "1e", "")
	fill("semicolons", "SELECT * FROM t", ";", "")
	fill("sources", "SELECT * FROM t", ",t", "")
	fill("SELECT", "", "SELECT ", "")
	fill("SELECT in parentheses", "", "(SELECT * FROM ", "")
	fill("SET", "UPDATE t ", "SET a=1 ", "")
	return texts
}

func TestHostileStatementsNeitherCrashNorTakeLong(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			statement, err := ParseStatement(text)
			if took := time.Since(start); took > 2*time.Second { // at most 100 ms on a quiet machine
				t.Errorf("took %s", took)
			}
			if err == nil && statement == nil || err != nil && err.Error() == "" {
				t.Errorf("got %v, %v", statement, err)
			}
		})
	}
}

func ExampleParseStatement() {
	statement, _ := ParseStatement(`SELECT Artist, Tags[0] FROM Music WHERE Year BETWEEN ? AND 2000`)
	where := statement.(*ast.Select).Where
	fmt.Println(statement)
	fmt.Println(where)
	_, err := ParseStatement(`SELECT Artist Name FROM Music`)
	fmt.Println(err)
	// Output:
	// SELECT "Artist", "Tags"[0] FROM "Music" WHERE "Year" BETWEEN ? AND 2000
	// "Year" BETWEEN ? AND 2000
	// Aliasing is not supported
}
