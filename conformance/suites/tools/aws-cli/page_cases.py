"""Many items: batches, queries and scans, with the CLI's own paging, transactions and PartiQL."""

import uuid

from story import case, equal
from cli import MUSIC, answer, file, key, refused, titles

SONGS = [f"Song {i:02}" for i in range(30)]


def many(*arguments):
    return ("query", "--table-name", MUSIC, "--key-condition-expression", "Artist = :a",
            "--expression-attribute-values", {":a": {"S": "Many"}}, *arguments)


@case("batch-write-item writes twenty-five items of a file and then five", "BatchWriteItem")
def batch_write():
    puts = [{"PutRequest": {"Item": key("Many", song) | {"AlbumTitle": {"S": "Album"}, "Year": {"N": str(2000 - i)}}}}
            for i, song in enumerate(SONGS)]
    for part in (puts[:25], puts[25:]):
        equal(answer("batch-write-item", "--request-items", file("batch.json", {MUSIC: part})), {"UnprocessedItems": {}})


@case("batch-write-item of twenty-six items is refused", "BatchWriteItem")
def batch_too_large():
    deletes = [{"DeleteRequest": {"Key": key("Many", song)}} for song in SONGS[:26]]
    refused("ValidationException", "",  # the text depends on which of the service's validations answers
            "batch-write-item", "--request-items", {MUSIC: deletes})


@case("batch-get-item reads what is there", "BatchGetItem")
def batch_get():
    keys = {MUSIC: {"Keys": [key("Many", song) for song in (SONGS[3], "none", SONGS[4])]}}
    found = answer("batch-get-item", "--request-items", keys, "--return-consumed-capacity", "TOTAL")
    equal(sorted(item["SongTitle"]["S"] for item in found["Responses"][MUSIC]), SONGS[3:5])
    equal(found["ConsumedCapacity"][0]["TableName"], MUSIC)


@case("query with values from a file", "Query")
def query_file():
    values = file("values.json", {":a": {"S": "Acme Band"}})
    found = answer("query", "--table-name", MUSIC, "--key-condition-expression", "Artist = :a",
                   "--expression-attribute-values", values)
    equal((titles(found), found["Count"]), (["Happy Day", "PartiQL Rocks"], 2))


@case("query backwards in small pages gives all items", "Query")
def query_page_size():
    equal(titles(answer(*many("--page-size", "7", "--no-scan-index-forward"))), SONGS[::-1])


@case("query with --max-items goes on from --starting-token", "Query")
def query_max_items():
    first = answer(*many("--max-items", "4", "--page-size", "3"))
    second = answer(*many("--max-items", "4", "--page-size", "3", "--starting-token", first["NextToken"]))
    equal(titles(first) + titles(second), SONGS[:8])


@case("query with --no-paginate gives one page and its last key", "Query")
def query_no_paginate():
    page = answer(*many("--limit", "5", "--no-paginate"))
    equal((titles(page), page["LastEvaluatedKey"]), (SONGS[:5], key("Many", SONGS[4])))
    rest = answer(*many("--exclusive-start-key", page["LastEvaluatedKey"]))
    equal(titles(rest), SONGS[5:])


@case("query of the global index orders by year and filters", "Query")
def query_index():
    found = answer("query", "--table-name", MUSIC, "--index-name", "AlbumTitle-index", "--page-size", "10",
                   "--key-condition-expression", "AlbumTitle = :t AND #y < :y",
                   "--filter-expression", "contains(SongTitle, :song)", "--expression-attribute-names", {"#y": "Year"},
                   "--expression-attribute-values", {":t": {"S": "Album"}, ":y": {"N": "1980"}, ":song": {"S": "9"}})
    equal((titles(found), found["ScannedCount"]), (["Song 29"], 9))


@case("scan counts, and sums the counts of its pages", "Scan")
def scan_count():
    counted = answer("scan", "--table-name", MUSIC, "--select", "COUNT", "--page-size", "4",
                     "--filter-expression", "Artist = :a", "--expression-attribute-values", {":a": {"S": "Many"}})
    equal((counted["Count"], counted.get("Items", [])), (30, []))


@case("scan with --max-items visits each item once, page by page", "Scan")
def scan_max_items():
    seen, token = [], ()
    while True:
        page = answer("scan", "--table-name", MUSIC, "--max-items", "9", "--page-size", "5", *token)
        seen += [(item["Artist"]["S"], item["SongTitle"]["S"]) for item in page["Items"]]
        if "NextToken" not in page:
            break
        token = ("--starting-token", page["NextToken"])
    equal(len(seen), len(set(seen)))
    equal(sorted(title for artist, title in seen if artist == "Many"), SONGS)


@case("transact-write-items changes what it says", "TransactWriteItems")
def transact_write():
    answer("transact-write-items", "--client-request-token", str(uuid.uuid4()), "--transact-items", file("transaction.json", [
        {"Update": {"TableName": MUSIC, "Key": key("Many", SONGS[0]), "UpdateExpression": "SET Awards = :n",
                    "ExpressionAttributeValues": {":n": {"N": "1"}}}},
        {"Delete": {"TableName": MUSIC, "Key": key("Many", SONGS[1]), "ConditionExpression": "attribute_exists(Artist)"}},
        {"Put": {"TableName": MUSIC, "Item": key("Many", "Song 99")}},
    ]))
    equal(titles(answer(*many()))[::29], [SONGS[0], "Song 99"])


@case("transact-write-items is cancelled as a whole, with its reasons in the text", "TransactWriteItems")
def transact_cancelled():
    refused("TransactionCanceledException", "specific reasons [None, ConditionalCheckFailed]",
            "transact-write-items", "--transact-items", [
                {"Put": {"TableName": MUSIC, "Item": key("Lost", "Lost")}},
                {"ConditionCheck": {"TableName": MUSIC, "Key": key("Many", "Song 99"),
                                    "ConditionExpression": "attribute_not_exists(Artist)"}}])
    equal(answer("get-item", "--table-name", MUSIC, "--key", key("Lost", "Lost")), {})


@case("transact-get-items reads what is there", "TransactGetItems")
def transact_get():
    gets = [{"Get": {"TableName": MUSIC, "Key": key("Many", song), "ProjectionExpression": "SongTitle"}}
            for song in (SONGS[0], SONGS[1])]
    found = answer("transact-get-items", "--transact-items", gets)["Responses"]
    equal(found, [{"Item": {"SongTitle": {"S": SONGS[0]}}}, {}])


@case("execute-statement inserts, updates and selects in pages", "ExecuteStatement")
def execute_statement():
    answer("execute-statement", "--statement", f"INSERT INTO \"{MUSIC}\" VALUE {{'Artist': 'PartiQL', 'SongTitle': ?}}",
           "--parameters", [{"S": "Insert"}])
    answer("execute-statement", "--statement",
           f"UPDATE \"{MUSIC}\" SET Awards = 3 WHERE Artist = 'PartiQL' AND SongTitle = 'Insert'")
    found = answer("execute-statement", "--statement", f"SELECT Awards FROM \"{MUSIC}\" WHERE Artist = ?",
                   "--parameters", [{"S": "PartiQL"}])
    equal(found["Items"], [{"Awards": {"N": "3"}}])
    page = answer("execute-statement", "--limit", "10", "--statement",
                  f"SELECT SongTitle FROM \"{MUSIC}\" WHERE Artist = 'Many'")
    rest = answer("execute-statement", "--next-token", page["NextToken"], "--statement",
                  f"SELECT SongTitle FROM \"{MUSIC}\" WHERE Artist = 'Many'")
    equal(len(page["Items"]) + len(rest["Items"]), 30)


@case("batch-execute-statement and execute-transaction run what a file says", "BatchExecuteStatement")
def statements():
    selects = [{"Statement": f"SELECT * FROM \"{MUSIC}\" WHERE Artist = 'PartiQL' AND SongTitle = '{title}'"}
               for title in ("Insert", "none")]
    responses = answer("batch-execute-statement", "--statements", file("batch.json", selects))["Responses"]
    equal([response.get("Item", {}).get("Awards") for response in responses], [{"N": "3"}, None])
    deletes = [{"Statement": f"DELETE FROM \"{MUSIC}\" WHERE Artist = 'PartiQL' AND SongTitle = 'Insert'"}]
    answer("execute-transaction", "--transact-statements", file("transaction.json", deletes))
    refused("DuplicateItemException", "", "execute-statement", "--statement",
            f"INSERT INTO \"{MUSIC}\" VALUE {{'Artist': 'Many', 'SongTitle': 'Song 99'}}")
