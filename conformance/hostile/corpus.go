package main

import (
	"encoding/base64"
	"encoding/json"
	"strings"
)

// texts are what somebody would write who looks for a place where a text becomes part of a statement: in SQL, in the paths and arrays of the
// databases' JSON, in formats, in file names. Tables of SQL are those that ddbsql has. None names the table sentinel, by its ARN either: it would be
// a request for it, and DeleteTable among them.
var texts = []string{
	"'", `"`, "''", `""`, "`", `\`, `\'`, `\"`, ";", "--", "/*", "*/", "#", "$1", "$$", "$tag$", "?", "?1", ":a", "@a", "%", "_", "{", "}", "{}", "[", "]", "(", ")", ",", "NULL", "null", "*", "",
	"' OR '1'='1", `" OR "1"="1`, "' OR 1=1 --", "a' OR pk IS NOT NULL --", "1 OR 1=1", "') OR ('1'='1", "a' UNION SELECT item FROM ddbsql_t1 --",
	"'; DROP TABLE ddbsql_t1; --", `"; DROP TABLE ddbsql_t1; --`, "'); DROP TABLE ddbsql_tables; --", `"); DELETE FROM ddbsql_t1; --`, "]; DELETE FROM ddbsql_t1; --", "1; DELETE FROM ddbsql_t1",
	"'; UPDATE ddbsql_tables SET name = 'gone'; --", "$$; DROP TABLE ddbsql_t1; $$", "\\'; DROP TABLE ddbsql_t1; --", "'/**/;/**/DROP/**/TABLE/**/ddbsql_t1;/**/--",
	"' || pg_sleep(20) || '", "'; SELECT pg_sleep(20); --", "1; SELECT pg_sleep(20)", "' || randomblob(1000000000) || '", "'; COPY ddbsql_t1 TO PROGRAM 'true'; --",
	"'; ATTACH DATABASE '/tmp/hostile' AS x; --", "'; PRAGMA writable_schema = 1; --", "load_extension('x')", "' || (SELECT secret FROM ddbsql_streams) || '",
	"ddbsql_t1", "ddbsql_tables", "pg_catalog.pg_class", "sqlite_master", "public.ddbsql_t1", "item", "token", "t1\".\"item",
	"$.a", "$[0]", "$.**", "strict $.*", "{a,b}", `{"a"}`, `{"S":"a"}`, `\x27`, `\u0027`, "E'\\x27'", "x'27'", "0x27", "&#39;", "%27", "%s%n%d", "{{7*7}}", "${jndi:ldap://x}",
	"../../../etc/passwd", "/etc/passwd", `C:\x`, "|id", "`id`", "$(id)", "\r\nX: y", "a\nb", "\t", "\u0000", "a\u0000'", "\u0001", "\u0001\u0002", "\u001f", "\u007f", "\u00a0", "\u02bc; DROP TABLE ddbsql_t1", "\u2028", "\uff07; DROP TABLE ddbsql_t1", "\ufeff", "\uffff", "\U0001f600",
	"1e400", "-1", "99999999999999999999999999999999999999", "1e-200", "0x1", "NaN", "Infinity", "true",
	"arn:aws:dynamodb:us-east-1:000000000000:table/nothing", "arn:aws:dynamodb:us-east-1:000000000000:table/play'; DROP TABLE ddbsql_t1; --", "arn:aws:dynamodb:us-east-1:000000000000:table/play/stream/'; --",
}

// mark stands in bodies where a hostile text is to come.
const mark = "HostileTextComesHere"

// corpus are the texts as they stand inside of the quotes of JSON: as they are, with quotes doubled so that they pass for literals of
// statements, as bytes, long, and such as no encoder writes.
func corpus() []string {
	var all []string
	add := func(text string) {
		quoted, err := json.Marshal(text)
		if err != nil {
			panic(err) // every string is encoded
		}
		all = append(all, string(quoted[1:len(quoted)-1]))
	}
	for _, text := range texts {
		add(text)
		if doubled := strings.NewReplacer("'", "''", `"`, `""`).Replace(text); doubled != text {
			add(doubled)
		}
	}
	for _, text := range []string{"'", `\`, "'; DROP TABLE ddbsql_t1; --", "\x00", "\xff\xfe", "{}"} {
		add(base64.StdEncoding.EncodeToString([]byte(text)))
		add(base64.RawURLEncoding.EncodeToString([]byte(text)))
	}
	for _, piece := range []string{"'", "(", "[", "a", "é", ".a", "NOT "} {
		add(strings.Repeat(piece, 3000))
	}
	return append(all, `\ud800`, `\udc00\ud800`, "\xff", "\xc3", "\xed\xa0\x80", `\u0027`, `\u005c`)
}
