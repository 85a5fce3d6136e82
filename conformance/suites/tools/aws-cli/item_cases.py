"""Single items, as the developer guide's getting started leads through them, and what the shell gives besides."""

from story import case, equal, holds
from cli import MUSIC, answer, file, key, printed, refused, run, text

NOBODY = ("No One You Know", "Call Me Today")
HAPPY = ("Acme Band", "Happy Day")


def put(artist, title, *arguments, **attributes):
    return answer("put-item", "--table-name", MUSIC, "--item", key(artist, title) | attributes, *arguments)


def get(artist, title, *arguments):
    return answer("get-item", "--table-name", MUSIC, "--key", key(artist, title), "--consistent-read", *arguments)


@case("put-item writes the getting started's songs and reports their capacity", "PutItem")
def put_item():
    written = put(*NOBODY, "--return-consumed-capacity", "TOTAL", AlbumTitle={"S": "Somewhat Famous"}, Awards={"N": "1"},
                  Year={"N": "2019"})
    equal(written["ConsumedCapacity"]["TableName"], MUSIC)
    put(*HAPPY, AlbumTitle={"S": "Songs About Life"}, Awards={"N": "10"}, Year={"N": "2015"})


@case("put-item takes the item from a file", "PutItem")
def put_file():
    item = key("Acme Band", "PartiQL Rocks") | {"AlbumTitle": {"S": "Another Album Title"}, "Awards": {"N": "8"}}
    printed("put-item", "--table-name", MUSIC, "--item", file("item.json", item))
    equal(get("Acme Band", "PartiQL Rocks")["Item"], item)


@case("put-item in shorthand writes strings and numbers", "PutItem")
def put_shorthand():
    printed("put-item", "--table-name", MUSIC, "--item", "Artist={S=Short},SongTitle={S=Hand},Awards={N=2},Tags={SS=[a,b]}")
    equal(get("Short", "Hand", "--query", "Item.Tags"), {"SS": ["a", "b"]})


@case("get-item of a missing key prints nothing", "GetItem")
def get_missing():
    equal(run("get-item", "--table-name", MUSIC, "--key", key("Nobody", "Nothing")).stdout, "")


@case("get-item of an attribute in the text form", "GetItem")
def get_text():
    equal(text("get-item", "--table-name", MUSIC, "--key", key(*HAPPY), "--projection-expression", "Awards, #y",
               "--expression-attribute-names", {"#y": "Year"}, "--query", "[Item.Awards.N, Item.Year.N]"), "10\t2015")


@case("get-item in the table form has the value in it", "GetItem")
def get_table():
    drawn = printed("get-item", "--table-name", MUSIC, "--key", key(*HAPPY), output="table")
    holds("Songs About Life" in drawn and "+--" in drawn, "a drawn table with the album's title")


@case("values of every kind come back as they were, bytes in base64", "GetItem")
def every_kind():
    kinds = {
        "NS": {"NS": ["-1.5", "20", "3"]}, "Empty": {"S": ""}, "N": {"N": "12345678901234567890.123456789012345678"},
        "L": {"L": [{"NULL": True}, {"BOOL": False}, {"M": {"ü": {"S": "日本"}}}]},
    }
    # Version 1 takes bytes as they are and prints them in base64.
    put("Kinds", "Every", B={"B": "a\u0001\n"}, BS={"BS": ["x", "y"]}, **kinds)
    found = get("Kinds", "Every")["Item"]
    found["NS"]["NS"].sort()
    found["BS"]["BS"].sort()
    equal({name: found[name] for name in kinds}, kinds)
    equal((found["B"], found["BS"]), ({"B": "YQEK"}, {"BS": ["eA==", "eQ=="]}))


@case("update-item sets an attribute and returns the item", "UpdateItem")
def update_item():
    updated = answer("update-item", "--table-name", MUSIC, "--key", key(*HAPPY),
                     "--update-expression", "SET AlbumTitle = :new, Awards = Awards + :one",
                     "--expression-attribute-values", {":new": {"S": "Updated Album Title"}, ":one": {"N": "1"}},
                     "--return-values", "ALL_NEW")["Attributes"]
    equal((updated["AlbumTitle"]["S"], updated["Awards"]["N"]), ("Updated Album Title", "11"))


@case("put-item with a condition that is false is refused and shows what is there", "PutItem")
def put_condition():
    again = ("put-item", "--table-name", MUSIC, "--item", key(*HAPPY),
             "--condition-expression", "attribute_not_exists(Artist)")
    refused("ConditionalCheckFailedException", "when calling the PutItem operation: The conditional request failed", *again)
    refused("ConditionalCheckFailedException", "The conditional request failed",
            *again, "--return-values-on-condition-check-failure", "ALL_OLD")


@case("put-item without its sort key is refused", "PutItem")
def put_without_key():
    refused("ValidationException", "One or more parameter values were invalid: Missing the key SongTitle in the item",
            "put-item", "--table-name", MUSIC, "--item", {"Artist": {"S": "Acme Band"}})


@case("an expression that does not parse is refused with its place", "UpdateItem")
def syntax_error():
    refused("ValidationException", 'Invalid UpdateExpression: Syntax error; token: "SETT", near: "SETT Awards"',
            "update-item", "--table-name", MUSIC, "--key", key(*HAPPY), "--update-expression", "SETT Awards = Awards")


@case("delete-item returns what was there", "DeleteItem")
def delete_item():
    gone = answer("delete-item", "--table-name", MUSIC, "--key", key("Short", "Hand"), "--return-values", "ALL_OLD")
    equal(gone["Attributes"]["Awards"]["N"], "2")
    again = answer("delete-item", "--table-name", MUSIC, "--key", key("Short", "Hand"), "--return-values", "ALL_OLD")
    equal(again.get("Attributes"), None)
