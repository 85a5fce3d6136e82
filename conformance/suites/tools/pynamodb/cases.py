"""PynamoDB: its quick start, then its tutorial's daily operations."""

import sys
from datetime import datetime, timedelta, timezone

from pynamodb.connection import Connection
from pynamodb.exceptions import (
    DeleteError, GetError, PutError, TableDoesNotExist, TransactGetError, TransactWriteError, UpdateError,
)
from pynamodb.transactions import TransactGet, TransactWrite

from story import case, equal, holds, tell
from models import MODELS, Account, Author, Endpoint, Session, Thread, UserModel

CREATED = datetime(2024, 2, 29, 23, 59, 59, 123456, tzinfo=timezone.utc)


def refused(error, code, run):
    """Fails the case unless run raises this error of PynamoDB's for this code of the service's; returns the error."""
    try:
        run()
    except error as raised:
        equal(raised.cause_response_code, code)
        return raised
    raise AssertionError(f"want {error.__name__} for {code}, got no error")


def subjects(threads):
    return [thread.subject for thread in threads]


@case("exists says no before the table is made", "DescribeTable")
def not_yet():
    equal(UserModel.exists(), False)
    try:
        UserModel.count()
    except TableDoesNotExist:
        return
    raise AssertionError("want TableDoesNotExist, got a number")


@case("get from a table that is not there is refused", "GetItem")
def get_nowhere():
    refused(GetError, "ResourceNotFoundException", lambda: UserModel.get("nobody@example.com"))


@case("create_table makes the quick start's table with provisioned units and waits for it", "CreateTable")
def create_table():
    UserModel.create_table(wait=True)
    equal(UserModel.exists(), True)
    described = UserModel.describe_table()
    equal(described["TableStatus"], "ACTIVE")
    equal(described["ProvisionedThroughput"]["ReadCapacityUnits"], 1)


@case("create_table leaves a table alone that is there already", "CreateTable")
def create_again():
    UserModel.create_table(wait=True)


@case("save writes the quick start's user and get reads it back", "PutItem")
def save_and_get():
    user = UserModel("test@example.com", first_name="Samuel", last_name="Adams")
    user.save()
    found = UserModel.get("test@example.com", consistent_read=True)
    equal((found.first_name, found.last_name), ("Samuel", "Adams"))


@case("get of a missing key raises DoesNotExist", "GetItem")
def does_not_exist():
    try:
        UserModel.get("nobody@example.com")
    except UserModel.DoesNotExist:
        return
    raise AssertionError("want DoesNotExist, got a user")


@case("get with attributes_to_get reads a projection", "GetItem")
def get_projection():
    user = UserModel.get("test@example.com", attributes_to_get=["last_name"])
    equal((user.first_name, user.last_name), (None, "Adams"))


@case("count of the table describes it", "DescribeTable")
def count():
    holds(isinstance(UserModel.count(), int), "a number of items")


@case("create_table makes a table on demand with a global and a local index", "CreateTable")
def create_indexes():
    Thread.create_table(wait=True)
    described = Thread.describe_table()
    equal([index["IndexName"] for index in described["GlobalSecondaryIndexes"]], ["view-index"])
    equal([index["IndexName"] for index in described["LocalSecondaryIndexes"]], ["created-index"])
    equal(described["LocalSecondaryIndexes"][0]["Projection"]["ProjectionType"], "KEYS_ONLY")


@case("attributes of every kind come back as they were", "PutItem")
def every_kind():
    kinds = dict(
        views=12, created=CREATED, answered=False, tags={"b", "a", "ü"}, scores={1, 2.5, -3},
        author=Author(name="Ada", karma=3), replies=["first", 2, {"deep": [True, None]}],
        picture=bytes(range(256)), settings={"a": [1, {"b": None}]}, notes="",
    )
    Thread("forum", "every kind", **kinds).save()
    found = Thread.get("forum", "every kind")
    for name, value in kinds.items():
        got = getattr(found, name)
        if name == "author":
            got, value = got.as_dict(), value.as_dict()
        equal((name, got), (name, value))


@case("save with a condition refuses to overwrite", "PutItem")
def save_condition():
    again = Thread("forum", "every kind", notes="lost")
    error = refused(PutError, "ConditionalCheckFailedException",
                    lambda: again.save(condition=Thread.forum_name.does_not_exist()))
    equal(error.cause_response_message, "The conditional request failed")
    equal(Thread.get("forum", "every kind").notes, "")


@case("batch_write puts sixty items, more than one request may have, and deletes one", "BatchWriteItem")
def batch_write():
    with Thread.batch_write() as batch:
        for i in range(60):
            batch.save(Thread("many", f"subject {i:02}", views=i, created=CREATED + timedelta(minutes=60 - i)))
    with Thread.batch_write() as batch:
        batch.delete(Thread("many", "subject 59"))
    equal(Thread.count("many"), 59)


@case("batch_get reads over a hundred keys, the missing ones left out", "BatchGetItem")
def batch_get():
    keys = [("many", f"subject {i:02}") for i in range(110)]
    equal(sorted(subjects(Thread.batch_get(keys))), [f"subject {i:02}" for i in range(59)])


@case("query with a range key condition reads in order", "Query")
def query_between():
    equal(subjects(Thread.query("many", Thread.subject.between("subject 03", "subject 05"))),
          ["subject 03", "subject 04", "subject 05"])


@case("query with startswith, backwards and limited", "Query")
def query_backwards():
    found = Thread.query("many", Thread.subject.startswith("subject 1"), scan_index_forward=False, limit=2)
    equal(subjects(found), ["subject 19", "subject 18"])


@case("query with a filter returns what matches", "Query")
def query_filter():
    some = (Thread.views > 10) & (Thread.views <= 12) & Thread.answered.does_not_exist()
    equal(subjects(Thread.query("many", filter_condition=some)), ["subject 11", "subject 12"])


@case("query goes on from last_evaluated_key", "Query")
def query_pages():
    first = Thread.query("many", limit=5, page_size=5)
    equal(len(list(first)), 5)
    rest = Thread.query("many", last_evaluated_key=first.last_evaluated_key)
    equal(len(list(rest)), 54)


@case("query with a page size reads all pages", "Query")
def query_page_size():
    found = Thread.query("many", page_size=7)
    equal(len(list(found)), 59)
    equal(found.total_count, 59)


@case("query of a global index orders by its range key", "Query")
def query_global_index():
    equal(subjects(Thread.view_index.query("many", Thread.views < 3, scan_index_forward=False)),
          ["subject 02", "subject 01", "subject 00"])
    equal(Thread.view_index.count("many", Thread.views >= 50), 9)


@case("query of a local index with projected keys orders by its range key", "Query")
def query_local_index():
    found = list(Thread.created_index.query("many", limit=2))
    equal(subjects(found), ["subject 58", "subject 57"])
    equal(found[0].views, 0)  # not projected: the attribute's default


@case("scan in segments reads each item once", "Scan")
def scan_segments():
    seen = []
    for segment in range(4):
        seen += subjects(Thread.scan(segment=segment, total_segments=4, page_size=9))
    equal(sorted(seen), ["every kind"] + [f"subject {i:02}" for i in range(59)])


@case("scan with contains and a path into a map filters", "Scan")
def scan_filter():
    equal(subjects(Thread.scan(Thread.tags.contains("ü") & (Thread.author.name == "Ada"))), ["every kind"])
    equal(subjects(Thread.scan(Thread.replies[2]["deep"][0] == True)), ["every kind"])  # noqa: E712


@case("scan of an index counts", "Scan")
def scan_index():
    equal(len(list(Thread.view_index.scan(Thread.views.between(5, 9)))), 5)


@case("update with actions sets, adds, appends, removes and deletes", "UpdateItem")
def update_actions():
    thread = Thread.get("forum", "every kind")
    thread.update(actions=[
        Thread.views.set(Thread.views + 3),
        Thread.author.karma.set(4),
        Thread.replies.set(Thread.replies.append(["last"])),
        Thread.settings.remove(),
        Thread.scores.add({7}),
        Thread.tags.delete({"b"}),
        Thread.notes.set(Thread.notes | "kept"),
    ])
    equal((thread.views, thread.author.karma, thread.replies[-1]), (15, 4, "last"))
    equal((thread.settings, thread.scores, thread.tags, thread.notes), (None, {1, 2.5, -3, 7}, {"a", "ü"}, ""))


@case("update with a condition that is false changes nothing", "UpdateItem")
def update_condition():
    thread = Thread.get("forum", "every kind")
    refused(UpdateError, "ConditionalCheckFailedException",
            lambda: thread.update(actions=[Thread.views.set(0)], condition=Thread.views > 99))
    equal(Thread.get("forum", "every kind").views, 15)


@case("a condition with in, size and not is understood", "UpdateItem")
def update_functions():
    thread = Thread.get("forum", "every kind")
    some = Thread.views.is_in(1, 15) & (Thread.picture.contains("x") | ~(Thread.notes.exists() & (Thread.views < 3)))
    thread.update(actions=[Thread.answered.set(True)], condition=some)
    equal(thread.answered, True)


@case("delete with a condition that is false keeps the item", "DeleteItem")
def delete_condition():
    thread = Thread.get("forum", "every kind")
    refused(DeleteError, "ConditionalCheckFailedException", lambda: thread.delete(condition=Thread.views < 3))
    thread.delete(condition=Thread.views == 15)
    equal(Thread.count("forum"), 0)


@case("an item without its key is refused by the service", "PutItem")
def missing_key():
    refused(PutError, "ValidationException", lambda: Thread("", "an empty key").save())


@case("a version attribute counts writes and refuses a stale one", "PutItem")
def version():
    Account.create_table(wait=True)
    account = Account("ada", balance=10)
    account.save()
    equal(account.version, 1)
    stale = Account.get("ada")
    account.update(actions=[Account.balance.set(Account.balance - 1)])
    equal((account.balance, account.version), (9, 2))
    stale.balance = 100
    refused(PutError, "ConditionalCheckFailedException", stale.save)
    stale.refresh(consistent_read=True)
    stale.save()
    equal(Account.get("ada").version, 3)


@case("create_table makes the time to live attribute the table's", "UpdateTimeToLive")
def ttl():
    Session.create_table(wait=True)
    described = connection().client.describe_time_to_live(TableName=Session.Meta.table_name)["TimeToLiveDescription"]
    holds(described["TimeToLiveStatus"] in ("ENABLING", "ENABLED"), "a time to live that is on")
    equal(described.get("AttributeName", "expires"), "expires")
    expires = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(days=2)
    Session("short", expires=expires).save()
    equal(Session.get("short").expires, expires)


@case("TransactWrite moves money between two accounts", "TransactWriteItems")
def transact_write():
    Account("bob", balance=5).save()
    with TransactWrite(connection=connection()) as transaction:
        transaction.update(Account.get("ada"), actions=[Account.balance.add(-4)], condition=Account.balance >= 4)
        transaction.update(Account.get("bob"), actions=[Account.balance.add(4)])
    equal((Account.get("ada").balance, Account.get("bob").balance), (5, 9))


@case("TransactWrite is cancelled as a whole, with a reason for each part", "TransactWriteItems")
def transact_cancelled():
    def run():
        with TransactWrite(connection=connection()) as transaction:
            transaction.save(Account("carl", balance=1))
            transaction.condition_check(Account, "ada", condition=Account.balance > 1000)

    error = refused(TransactWriteError, "TransactionCanceledException", run)
    # PynamoDB sends the checks of conditions before the writes.
    reasons = [reason and reason.code for reason in error.cancellation_reasons]
    equal(reasons, ["ConditionalCheckFailed", None])
    equal(list(Account.query("carl")), [])


@case("TransactGet reads from two tables at once", "TransactGetItems")
def transact_get():
    with TransactGet(connection=connection()) as transaction:
        account = transaction.get(Account, "bob")
        user = transaction.get(UserModel, "test@example.com")
        missing = transaction.get(Account, "nobody")
    equal((account.get().balance, user.get().first_name), (9, "Samuel"))
    try:
        missing.get()
    except Account.DoesNotExist:
        return
    raise AssertionError("want DoesNotExist, got an account")


@case("TransactGet of a table that is not there is refused", "TransactGetItems")
def transact_get_refused():
    class Nowhere(Account):
        class Meta(Endpoint):
            table_name = Account.Meta.table_name + "-nowhere"

    def run():
        with TransactGet(connection=connection()) as transaction:
            transaction.get(Nowhere, "ada")

    refused(TransactGetError, "ResourceNotFoundException", run)


@case("delete_table removes the table", "DeleteTable")
def delete_table():
    UserModel.delete_table()
    connection().client.get_waiter("table_not_exists").wait(
        TableName=UserModel.Meta.table_name, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    UserModel._connection = None
    equal(UserModel.exists(), False)


def connection():
    made = Connection(region=Endpoint.region, host=Endpoint.host)
    made.session.set_credentials(Endpoint.aws_access_key_id, Endpoint.aws_secret_access_key)
    return made


def cleanup():
    for model in MODELS:
        if model.exists():
            model.delete_table()


sys.exit(tell("pynamodb", cleanup))
