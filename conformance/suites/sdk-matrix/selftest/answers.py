"""Canned answers, what a scenario expects of them, and whether that is right: what every driver has to tell apart."""

ITEM = {"id": {"S": "a"}, "n": {"N": "100"}, "s": {"SS": ["x", "y"]}, "l": {"L": [{"N": "1"}, {"S": "b"}]}, "b": {"B": "AP8="}, "m": {"M": {"k": {"BOOL": True}}}}
OTHERS = {"id": {"S": "a"}, "n": {"N": "1"}}
CAPACITY = {"TableName": "t", "CapacityUnits": 1.0, "Table": {"CapacityUnits": 0.5}}
REFUSED = {"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", "message": "no", "Item": OTHERS}
INVALID = {"__type": "com.amazon.coral.validate#ValidationException", "message": "bad thing"}
CANCELLED = {"__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException", "Message": "gone [A]",
             "CancellationReasons": [{"Code": "None"}, {"Code": "A", "Message": "why", "Item": OTHERS}]}


def without(name):
    return {k: v for k, v in ITEM.items() if k != name}


def got(expect, answer=None):
    """A GetItem that is answered with ITEM, and what is expected of it."""
    return "GetItem", {"Key": {"id": {"S": "a"}}}, answer or {"Item": ITEM}, {"expect": expect}


def queried(expect, items, **more):
    answer = {"Items": items, "Count": len(items), "ScannedCount": 5, **more}
    return "Query", {"KeyConditionExpression": "id = :a", "ExpressionAttributeValues": {":a": {"S": "a"}}}, answer, {"expect": expect}


def refused(error, answer=REFUSED):
    return "PutItem", {"Item": OTHERS}, answer, {"error": error}


def number(text):
    return {"id": {"S": text}}


ALL = [number("1"), number("2"), number("3")]
CCF = "ConditionalCheckFailedException"

# A sentence, whether the expectation is right (for the plain client and, where that differs, for the high-level layer), and the step.
CASES = [
    ("an item as it is", True, got({"Item": ITEM})),
    ("members of an output that nobody expects", True, got({})),
    ("an attribute that is missing", False, got({"Item": ITEM}, {"Item": without("n")})),
    ("an attribute too many", False, got({"Item": without("n")})),
    ("another text", False, got({"Item": {**ITEM, "id": {"S": "b"}}})),
    ("another type", False, got({"Item": {**ITEM, "id": {"N": "1"}}})),
    ("a number in another spelling", (False, True), got({"Item": {**ITEM, "n": {"N": "1E2"}}})),
    ("another number", False, got({"Item": {**ITEM, "n": {"N": "101"}}})),
    ("a set in another order", True, got({"Item": {**ITEM, "s": {"SS": ["y", "x"]}}})),
    ("a set with another element", False, got({"Item": {**ITEM, "s": {"SS": ["x", "z"]}}})),
    ("a set with an element less", False, got({"Item": {**ITEM, "s": {"SS": ["x"]}}})),
    ("a list in another order", False, got({"Item": {**ITEM, "l": {"L": [{"S": "b"}, {"N": "1"}]}}})),
    ("other bytes", False, got({"Item": {**ITEM, "b": {"B": "AP4="}}})),
    ("another boolean deep inside", False, got({"Item": {**ITEM, "m": {"M": {"k": {"BOOL": False}}}}})),
    ("no item where none is expected", True, got({"Item": {"$absent": True}}, {"ConsumedCapacity": CAPACITY})),
    ("an item where none is expected", False, got({"Item": {"$absent": True}})),
    ("no item where one is expected", False, got({"Item": ITEM}, {"ConsumedCapacity": CAPACITY})),
    ("anything", True, got({"Item": {"$any": True}})),
    ("nothing where there has to be anything", False, got({"Item": {"$any": True}}, {"ConsumedCapacity": CAPACITY})),
    ("some members of an object", True, got({"Item": {"$has": {"id": {"S": "a"}, "z": {"$absent": True}}}})),
    ("another member of an object", False, got({"Item": {"$has": {"id": {"S": "b"}}}})),
    ("a text that matches", True, got({"Item": {"$has": {"id": {"S": {"$match": "^[abc]$"}}}}})),
    ("a text that does not match", False, got({"Item": {"$has": {"id": {"S": {"$match": "^b"}}}}})),
    ("numbers of JSON, by value", True, got({"ConsumedCapacity": {**CAPACITY, "CapacityUnits": 1}}, {"ConsumedCapacity": CAPACITY})),
    ("another number of JSON", False, got({"ConsumedCapacity": {**CAPACITY, "Table": {"CapacityUnits": 0.6}}}, {"ConsumedCapacity": CAPACITY})),
    ("a part of what was consumed", False, got({"ConsumedCapacity": {"TableName": "t", "CapacityUnits": 1}}, {"ConsumedCapacity": CAPACITY})),
    ("items in their order", True, queried({"Items": ALL, "Count": 3, "ScannedCount": {"$atLeast": 5}}, ALL)),
    ("items in another order", False, queried({"Items": ALL[::-1]}, ALL)),
    ("items in any order", True, queried({"Items": {"$set": ALL[::-1]}}, ALL)),
    ("an item twice in any order", False, queried({"Items": {"$set": [ALL[0], ALL[0], ALL[1]]}}, ALL)),
    ("an item less", False, queried({"Items": ALL[:2]}, ALL)),
    ("a number of items", True, queried({"Items": {"$length": 3}}, ALL)),
    ("another number of items", False, queried({"Items": {"$length": 2}}, ALL)),
    ("less than at least", False, queried({"ScannedCount": {"$atLeast": 6}}, ALL)),
    ("a list that is computed", True, queried({"Items": {"$list": {"from": 1, "to": 3, "of": number("${i}")}}}, ALL)),
    ("a list that is computed downwards", False, queried({"Items": {"$list": {"from": 3, "to": 1, "of": number("${i}")}}}, ALL)),
    ("a text that is computed", True, queried({"Items": [number({"$repeat": ["ab", 3]})]}, [number("ababab")])),
    ("a variable that nobody has set", False, queried({"Items": [number("${nobody}")]}, [number("${nobody}")])),
    ("an error as it is", True, refused({"type": CCF, "message": "no", "members": {"Item": OTHERS}})),
    ("an error of another type", False, refused({"type": "ResourceNotFoundException", "message": "no"})),
    ("an error with another text", False, refused({"type": CCF, "message": "no!"})),
    ("an error with another item", False, refused({"type": CCF, "message": "no", "members": {"Item": ITEM}})),
    ("an error without the item", False, refused({"type": CCF, "message": "no", "members": {"Item": OTHERS}}, {**REFUSED, "Item": None})),
    ("an error with an item where none is expected", False, refused({"type": CCF, "message": "no", "members": {"Item": {"$absent": True}}})),
    ("an error that the SDK has no class for", True, refused({"type": "ValidationException", "message": {"$match": "^bad"}}, INVALID)),
    ("success in place of an error", False, refused({"type": CCF, "message": "no"}, {})),
    ("an error in place of success", False, ("PutItem", {"Item": OTHERS}, INVALID, {"expect": {}})),
    ("reasons of a cancellation", True, ("TransactWriteItems", None, CANCELLED, {"error": {
        "type": "TransactionCanceledException", "message": "gone [A]", "members": {"CancellationReasons": CANCELLED["CancellationReasons"]}}})),
    ("other reasons of a cancellation", False, ("TransactWriteItems", None, CANCELLED, {"error": {
        "type": "TransactionCanceledException", "message": "gone [A]", "members": {"CancellationReasons": [{"Code": "None"}, {"Code": "A", "Message": "who", "Item": OTHERS}]}}})),
]
