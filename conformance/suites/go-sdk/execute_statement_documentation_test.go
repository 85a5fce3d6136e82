package gosdk

import "testing"

// The tables that the examples of the developer guide use.
const (
	musicTable = `{"BillingMode":"PAY_PER_REQUEST",
		"KeySchema":[{"AttributeName":"Artist","KeyType":"HASH"},{"AttributeName":"SongTitle","KeyType":"RANGE"}],
		"AttributeDefinitions":[{"AttributeName":"Artist","AttributeType":"S"},{"AttributeName":"SongTitle","AttributeType":"S"},
			{"AttributeName":"Genre","AttributeType":"S"}],
		"GlobalSecondaryIndexes":[{"IndexName":"ByGenre","KeySchema":[{"AttributeName":"Genre","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]}`
	ordersTable = `{"BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"OrderID","KeyType":"HASH"}],
		"AttributeDefinitions":[{"AttributeName":"OrderID","AttributeType":"N"}]}`
)

const (
	song = `{"Artist":{"S":"Acme Band"},"SongTitle":{"S":"PartiQL Rocks"},"Genre":{"S":"Rock"},"AwardsWon":{"N":"1"},
		"AwardDetail":{"M":{"Grammys":{"L":[{"N":"2020"},{"N":"2018"},{"N":"2016"}]},"BillBoard":{"L":[{"N":"2020"}]}}},"BandMembers":{"SS":["member1","member2"]}}`
	otherSong = `{"Artist":{"S":"Acme Band"},"SongTitle":{"S":"Still Rocks"},"Album":{"NULL":true}}`
	ofSong    = ` WHERE Artist = 'Acme Band' AND SongTitle = 'PartiQL Rocks'`
)

// Examples of the developer guide's pages on SELECT, operators and functions.
func TestExecuteStatement_examples_of_reading(t *testing.T) {
	const (
		first  = `{"OrderID":{"N":"1"},"Total":{"N":"80"},"Address":{"S":"7834 24th Ave, Kirkland"},"Devices":{"L":[{"S":"phone"},{"S":"tablet"}]}}`
		second = `{"OrderID":{"N":"2"},"Total":{"N":"500"},"Address":{"S":"1 Main St, Seattle"},"Image":{"B":"AQIDBAU="},"Paid":{"BOOL":true}}`
		third  = `{"OrderID":{"N":"3"},"Total":{"N":"-2.5"},"Note":{"NULL":true},"Box":{"M":{"Size":{"N":"3"},"In":{"L":[{"M":{"Fragile":{"BOOL":false}}}]}}}}`
	)
	const unordered = `"in any order",` // of partitions
	given := []string{first, second, third}
	reads := func(name, text, items string, more ...string) scenario {
		return scenario{name: name, given: given, steps: []step{executes(text, items, more...)}}
	}
	run(t, ordersTable, "Developer guide: ql-reference.select: Examples", []scenario{
		reads("columns of some orders, downwards", `SELECT OrderID, Total FROM "$T" WHERE OrderID IN [1, 2, 3] ORDER BY OrderID DESC`,
			`{"OrderID":{"N":"3"},"Total":{"N":"-2.5"}},{"OrderID":{"N":"2"},"Total":{"N":"500"}},{"OrderID":{"N":"1"},"Total":{"N":"80"}}`),
		reads("an order", `SELECT * FROM "$T" WHERE OrderID = 1`, first),
		reads("an order and a filter", `SELECT * FROM "$T" WHERE OrderID = 2 and Address='1 Main St, Seattle'`, second),
		reads("an order whose filter fails", `SELECT * FROM "$T" WHERE OrderID = 2 and Address='somewhere'`, ``),
		reads("two orders", `SELECT * FROM "$T" WHERE OrderID = 1 or OrderID = 3`, unordered+first+","+third),
		reads("two orders in parentheses", `SELECT * FROM "$T" WHERE OrderID IN (1, 3)`, unordered+first+","+third),
		reads("a scan by an attribute", `SELECT * FROM "$T" WHERE Address='1 Main St, Seattle'`, second),
		reads("a scan by a range of the key", `SELECT * FROM "$T" WHERE OrderID > 2`, third),
		reads("a scan by key or attribute", `SELECT * FROM "$T" WHERE OrderID = 9 or Total < 0`, third),
		reads("begins_with", `SELECT * FROM "$T" WHERE OrderID=1 AND begins_with("Address", '7834 24th')`, first),
		reads("CONTAINS in capitals", `SELECT * FROM "$T" WHERE CONTAINS("Address", 'Kirkland')`, first),
		reads("contains of a list", `SELECT OrderID FROM "$T" WHERE contains(Devices, 'tablet')`, `{"OrderID":{"N":"1"}}`),
		reads("ATTRIBUTE_TYPE", `SELECT OrderID FROM "$T" WHERE attribute_type("Note", 'NULL')`, `{"OrderID":{"N":"3"}}`),
		reads("size of a list, compared with a number", `SELECT OrderID FROM "$T" WHERE size("Devices") >= 2`, `{"OrderID":{"N":"1"}}`),
		reads("size of a binary", `SELECT OrderID FROM "$T" WHERE size(Image) = 5`, `{"OrderID":{"N":"2"}}`),
		reads("size of a map", `SELECT OrderID FROM "$T" WHERE size(Box) BETWEEN 2 AND 2`, `{"OrderID":{"N":"3"}}`),
		reads("is MISSING", `SELECT OrderID FROM "$T" WHERE "Address" is MISSING`, `{"OrderID":{"N":"3"}}`),
		reads("is not MISSING", `SELECT OrderID FROM "$T" WHERE Image is not MISSING`, `{"OrderID":{"N":"2"}}`),
		reads("NULL is not MISSING", `SELECT OrderID FROM "$T" WHERE Note IS NOT MISSING AND Note IS NULL`, `{"OrderID":{"N":"3"}}`),
		reads("IS BLOB", `SELECT OrderID FROM "$T" WHERE Image IS BLOB`, `{"OrderID":{"N":"2"}}`),
		reads("IS BOOLEAN", `SELECT OrderID FROM "$T" WHERE Paid IS BOOLEAN`, `{"OrderID":{"N":"2"}}`),
		reads("IS TUPLE", `SELECT OrderID FROM "$T" WHERE Box IS TUPLE`, `{"OrderID":{"N":"3"}}`),
		reads("IS NOT STRING keeps what lacks the attribute", `SELECT OrderID FROM "$T" WHERE Address IS NOT STRING`, `{"OrderID":{"N":"3"}}`),
		reads("a document path", `SELECT Box."Size", Box."In"[0].Fragile FROM "$T" WHERE OrderID = 3`, `{"Size":{"N":"3"},"Fragile":{"BOOL":false}}`),
		reads("a path in brackets", `SELECT Box['Size'] FROM "$T" WHERE Box['In'][0]['Fragile'] = false`, `{"Size":{"N":"3"}}`),
		reads("an equation of numbers, however they are written", `SELECT OrderID FROM "$T" WHERE Total = 5e2 OR Total = -.25e1 AND OrderID = 3.0`, `{"OrderID":{"N":"3"}},{"OrderID":{"N":"2"}}`),
		reads("another form of not equal", `SELECT OrderID FROM "$T" WHERE OrderID = 1 AND Total != 500`, `{"OrderID":{"N":"1"}}`),
		reads("NOT of a group", `SELECT OrderID FROM "$T" WHERE OrderID IN [1,2] AND NOT (Total = 500 OR Total = 1)`, `{"OrderID":{"N":"1"}}`),
		reads("parameters in the order of the text", `SELECT OrderID FROM "$T" WHERE OrderID = ? AND Total BETWEEN ? AND ?`, `{"OrderID":{"N":"2"}}`,
			parameters(`{"N":"2"}`, `{"N":"1"}`, `{"N":"1000"}`)),
		reads("the same parameter of another order", `SELECT OrderID FROM "$T" WHERE Total BETWEEN ? AND ? AND OrderID = ?`, `{"OrderID":{"N":"2"}}`,
			parameters(`{"N":"1"}`, `{"N":"1000"}`, `{"N":"2"}`)),
		reads("a statement over several lines, with comments", "SELECT OrderID -- the key\nFROM /* all */ \"$T\"\r\n\tWHERE OrderID = 1;", `{"OrderID":{"N":"1"}}`),
	})
}

// Examples of the pages on INSERT, UPDATE and DELETE.
func TestExecuteStatement_examples_of_writing(t *testing.T) {
	given := []string{song, otherSong}
	writes := func(name string, steps ...step) scenario {
		return scenario{name: name, given: given, steps: steps}
	}
	const awards = `SELECT AwardDetail.Grammys FROM "$T"` + ofSong
	run(t, musicTable, "Developer guide: ql-reference.insert, ql-reference.update, ql-reference.delete: Examples", []scenario{
		writes("INSERT", executes(`INSERT INTO "$T" value {'Artist' : 'Acme Band','SongTitle' : 'PartiQL Rules'}`, ``),
			executes(`SELECT SongTitle FROM "$T" WHERE Artist = 'Acme Band' AND begins_with(SongTitle, 'PartiQL')`, `{"SongTitle":{"S":"PartiQL Rocks"}},{"SongTitle":{"S":"PartiQL Rules"}}`)),
		writes("two SETs", executes(`UPDATE "$T" SET AwardsWon=2 SET AwardDetail={'Grammys':[2021, 2019]}`+ofSong, ``),
			executes(`SELECT AwardsWon, AwardDetail FROM "$T"`+ofSong, `{"AwardsWon":{"N":"2"},"AwardDetail":{"M":{"Grammys":{"L":[{"N":"2021"},{"N":"2019"}]}}}}`)),
		writes("SET and what it gives back", executes(`UPDATE "$T" SET AwardsWon=2 SET AwardDetail.BillBoard=[2021]`+ofSong+` RETURNING MODIFIED NEW *`,
			`{"AwardsWon":{"N":"2"},"AwardDetail":{"M":{"BillBoard":{"L":[{"N":"2021"}]}}}}`)),
		writes("REMOVE of a list element", executes(`UPDATE "$T" REMOVE AwardDetail.Grammys[2]`+ofSong, ``),
			executes(awards, `{"Grammys":{"L":[{"N":"2020"},{"N":"2018"}]}}`)),
		writes("SET of a new member of a map", executes(`UPDATE "$T" SET AwardDetail.MTV=[2020]`+ofSong, ``),
			executes(`SELECT AwardDetail.MTV FROM "$T"`+ofSong, `{"MTV":{"L":[{"N":"2020"}]}}`)),
		writes("list_append", executes(`UPDATE "$T" SET AwardDetail.Grammys =list_append(AwardDetail.Grammys,[2014])`+ofSong, ``),
			executes(awards, `{"Grammys":{"L":[{"N":"2020"},{"N":"2018"},{"N":"2016"},{"N":"2014"}]}}`)),
		writes("set_add", executes(`UPDATE "$T" SET BandMembers =set_add(BandMembers, <<'newbandmember'>>)`+ofSong, ``),
			executes(`SELECT BandMembers FROM "$T"`+ofSong, `{"BandMembers":{"SS":["member1","member2","newbandmember"]}}`)),
		writes("set_delete", executes(`UPDATE "$T" SET BandMembers =set_delete(BandMembers, <<'member1'>>)`+ofSong, ``),
			executes(`SELECT BandMembers FROM "$T"`+ofSong, `{"BandMembers":{"SS":["member2"]}}`)),
		writes("SET of a set", executes(`UPDATE "$T" SET BandMembers=<<'newmember'>>`+ofSong, ``),
			executes(`SELECT BandMembers FROM "$T"`+ofSong, `{"BandMembers":{"SS":["newmember"]}}`)),
		writes("UPDATE on a condition", executes(`UPDATE "$T" SET AwardsWon=AwardsWon+1`+ofSong+` AND AwardsWon=1 RETURNING ALL NEW *`,
			`{"Artist":{"S":"Acme Band"},"SongTitle":{"S":"PartiQL Rocks"},"Genre":{"S":"Rock"},"AwardsWon":{"N":"2"},
			"AwardDetail":{"M":{"Grammys":{"L":[{"N":"2020"},{"N":"2018"},{"N":"2016"}]},"BillBoard":{"L":[{"N":"2020"}]}}},"BandMembers":{"SS":["member1","member2"]}}`)),
		writes("UPDATE on a condition that fails", refuses(`UPDATE "$T" SET AwardsWon=2`+ofSong+` AND AwardsWon > 1`, conditionFailed)),
		writes("an index entry follows", executes(`UPDATE "$T" SET Genre='Jazz'`+ofSong, ``), executes(`SELECT * FROM "$T"."ByGenre" WHERE Genre = 'Rock'`, ``),
			executes(`SELECT SongTitle FROM "$T"."ByGenre" WHERE Genre = 'Jazz'`, `{"SongTitle":{"S":"PartiQL Rocks"}}`)),
		writes("DELETE", executes(`DELETE FROM "$T"`+ofSong, ``), executes(`SELECT SongTitle FROM "$T" WHERE Artist = 'Acme Band'`, `{"SongTitle":{"S":"Still Rocks"}}`)),
		writes("DELETE that gives back", executes(`DELETE FROM "$T"`+ofSong+` RETURNING ALL OLD *`, song), executes(`DELETE FROM "$T"`+ofSong+` RETURNING ALL OLD *`, ``)),
		writes("DELETE of what has no album", executes(`DELETE FROM "$T" WHERE Artist = 'Acme Band' AND SongTitle = 'Still Rocks' AND "Album" IS NULL`, ``),
			executes(`SELECT SongTitle FROM "$T" WHERE Artist = 'Acme Band'`, `{"SongTitle":{"S":"PartiQL Rocks"}}`)),
		writes("a transaction with EXISTS", step{"ExecuteTransaction", transacted("",
			statement(`EXISTS(SELECT * FROM "$T" WHERE Artist = 'Acme Band' AND SongTitle = 'Still Rocks' AND Album IS NULL)`),
			statement(`UPDATE "$T" SET AwardsWon = ?`+ofSong, parameters(`{"N":"9"}`)),
			statement(`INSERT INTO "$T" VALUE {'Artist': ?, 'SongTitle': ?}`, parameters(`{"S":"Acme Band"}`, `{"S":"Encore"}`))), committed},
			executes(`SELECT SongTitle, AwardsWon FROM "$T" WHERE Artist = 'Acme Band' ORDER BY SongTitle ASC`,
				`{"SongTitle":{"S":"Encore"}},{"SongTitle":{"S":"PartiQL Rocks"},"AwardsWon":{"N":"9"}},{"SongTitle":{"S":"Still Rocks"}}`)),
		writes("a batch of reads", step{"BatchExecuteStatement", batch("", statement(`SELECT Genre FROM "$T"`+ofSong),
			statement(`SELECT SongTitle FROM "$T" WHERE Artist = ? AND SongTitle = ?`, parameters(`{"S":"Acme Band"}`, `{"S":"Still Rocks"}`))),
			answers(found(`{"Genre":{"S":"Rock"}}`), found(`{"SongTitle":{"S":"Still Rocks"}}`))}),
	})
}

// Statements that are refused for their text alone, before the table.
func TestExecuteStatement_no_partiql(t *testing.T) {
	const malformed = invalid + "Statement wasn't well formed, can't be processed: "
	one := func(text, want string, more ...string) scenario {
		return scenario{name: text, table: noTable, steps: []step{refuses(text, want, more...)}}
	}
	run(t, noTable, "Developer guide: ql-reference.data-types; texts measured against the service", []scenario{
		one(`SELECT * FROM t WHERE`, malformed+"Unexpected term"),
		one(`SELECT * FROM t WHERE NOT`, malformed+"Unexpected term"),
		one(`SELECT * FROM t WHERE (`, malformed+"Unexpected term"),
		one(`SELECT * FROM t WHERE pk = 'a' AND`, malformed+"Missing right-hand side expression of infix operator"),
		one(`SELECT * FROM t WHERE pk =`, malformed+"Missing right-hand side expression of infix operator"),
		one(`SELECT * FROM t WHERE pk = LIKE`, malformed+"Unexpected operator"),
		one(`SELECT * FROM t WHERE user = 'a'`, malformed+"Unexpected keyword"),
		one(`SELECT * FROM t WHERE pk BETWEEN 1`, malformed+"Expected AND keyword"),
		one(`SELECT * FROM t WHERE pk IN [1, 2`, malformed+"Expected RIGHT_BRACKET"),
		one(`SELECT * FROM t WHERE pk = 1.2.3`, malformed+"Unexpected token after expression"),
		one(`SELECT * FROM t WHERE pk = X'12'`, malformed+"Unexpected token after expression"),
		one(`SELECT * FROM t WHERE pk = 5e`, malformed+"*"),
		one(`SELECT * FROM t WHERE pk = é`, malformed+"*"),
		one(`SELECT * FROM t WHERE pk = 'open`, malformed+"*"),
		one(`SELECT m.inner FROM t`, malformed+"Invalid path dot component"),
		one(`DELETE FROM`, malformed+"Expected identifier for simple path"),
		one(`DELETE t`, malformed+"Expected FROM after DELETE"),
		one(`UPDATE t WHERE pk = 'a'`, malformed+"Expected data manipulation"),
		one(`UPDATE t REMOVE a, b WHERE pk = 'a'`, malformed+"Unexpected token after expression"),
		one(`UPDATE t SET a WHERE pk = 'a'`, malformed+"Expected '='"),
		one(`UPDATE t SET a = 1 RETURNING *`, malformed+"Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element."),
		one(`INSERT INTO t VALUE {'a': 1`, malformed+"Expected RIGHT_CURLY"),
		one(`INSRT INTO t VALUE {}`, malformed+"Unexpected token after expression"),
		one(`t`, invalid+"Unsupported operation: Id"),
		one(`t.a`, invalid+"Unsupported operation: Path"),
		one(`1`, invalid+"Unsupported operation: Lit"),
		one(`[1]`, invalid+"Unsupported operation: List"),
		one(`a = 1`, invalid+"EXISTS can only be used in ExecuteTransaction write requests."),
		one(`SET a = 1`, invalid+"Only select from a single table or index is supported."),
		one(`SELECT * FROM ttt AS t`, invalid+"Aliasing is not supported"),
		one(`SELECT COUNT(*) FROM ttt`, invalid+"Unexpected path component at 1:8:5"),
		one(`SELECT * FROM ttt LIMIT 1`, invalid+"Unsupported clause: LIMIT*"),
		one(`SELECT * FROM ttt GROUP BY a`, invalid+"Unsupported clause: GROUP BY"),
		one(`SELECT DISTINCT a FROM ttt`, invalid+"Unsupported token in expression: DISTINCT"),
		one(`SELECT * FROM ttt, uuu`, invalid+"Only select from a single table or index is supported."),
		one(`SELECT * FROM ttt WHERE EXISTS(a)`, invalid+"Unrecognized function: exists at 1:25:6"),
		one(`SELECT * FROM ttt WHERE EXISTS(SELECT * FROM uuu)`, invalid+"Unsupported token in expression: SELECT*"),
		one("SELECT *\n  FROM ttt\n WHERE upper(a) = 'A'", invalid+"Unrecognized function: upper at 3:8:5"),
		one("SELECT * FROM ttt WHERE a = `1`", invalid+"Ion Literals are not supported: INT under key root*"),
		one(`INSERT INTO ttt VALUE {'pk': 'a', 'x': {'': 1}}`, invalid+"Path component cannot be an empty string"),
		one(`INSERT INTO ttt VALUE {'pk': 'a', 'x': <<>>}`, invalid+"Empty bags are not supported*"),
	})
}
