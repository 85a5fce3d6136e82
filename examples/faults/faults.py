"""Has boto3 meet what the service does on a bad day, and checks that it, or a few lines around it, comes out right.

    python3 examples/faults/faults.py http://127.0.0.1:8000     a ddbsql with --admin
"""

import json
import sys
import time
import urllib.request

import boto3
from boto3.dynamodb.conditions import Key
from botocore.config import Config
from botocore.exceptions import ClientError

MANY = 10  # items that scenes write which need several


class Program:
    """A table, clients, and the rules of the server."""

    def __init__(self, url, table):
        self.url = url
        options = {
            "endpoint_url": url,
            "region_name": "us-east-1",
            "aws_access_key_id": "any",
            "aws_secret_access_key": "any",
            "config": Config(retries={"mode": "standard", "max_attempts": 5}),
        }
        self.resource = boto3.resource("dynamodb", **options)
        self.client = self.resource.meta.client
        self.streams = boto3.client("dynamodbstreams", **options)
        self.table = self.resource.Table(table)

    def create(self):
        self.resource.create_table(
            TableName=self.table.name,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "n", "AttributeType": "N"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "n", "KeyType": "RANGE"}],
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"},
        )

    def administer(self, act, body=None):
        text = b"" if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/_ddbsql/{act}", data=text, method="POST")) as answer:
            return json.load(answer)

    def write_many(self):
        """The batch writer of boto3 writes again what is unprocessed."""
        with self.table.batch_writer() as batch:
            for n in range(MANY):
                batch.put_item(Item={"id": "a", "n": n})

    def increase(self):
        self.table.update_item(Key={"id": "a", "n": 1}, UpdateExpression="ADD hits :one", ExpressionAttributeValues={":one": 1})

    def transact(self):
        """boto3 gives each call a token, and its retries the same one."""
        update = {
            "TableName": self.table.name,
            "Key": {"id": "a", "n": 1},
            "UpdateExpression": "ADD hits :one",
            "ExpressionAttributeValues": {":one": 1},
        }
        self.client.transact_write_items(TransactItems=[{"Update": update}])

    def hits(self):
        return self.table.get_item(Key={"id": "a", "n": 1})["Item"]["hits"]


def despite_conflicts(write):
    """Tries a write again that is in conflict with a transaction: boto3 does not."""
    for attempt in range(5):
        try:
            return write()
        except ClientError as error:
            if not in_conflict(error) or attempt == 4:
                raise
            time.sleep(0.005 * 2**attempt)


def in_conflict(error):
    if error.response["Error"]["Code"] == "TransactionConflictException":
        return True
    reasons = [reason["Code"] for reason in error.response.get("CancellationReasons", [])]
    return "TransactionConflict" in reasons and set(reasons) <= {"None", "TransactionConflict"}


def put(program):
    program.table.put_item(Item={"id": "a", "n": 1})
    return program.table.scan()["Count"] == 1


def increased(program):
    program.increase()
    return program.hits() == 1


def increased_by_transaction(program):
    program.transact()
    return program.hits() == 1


def increased_despite_conflicts(program):
    despite_conflicts(program.increase)
    return program.hits() == 1


def transacted_despite_conflicts(program):
    despite_conflicts(program.transact)
    return program.hits() == 1


def written_in_batches(program):
    program.write_many()
    return program.table.scan()["Count"] == MANY


def read_in_batches(program):
    program.write_many()
    found, left = 0, {program.table.name: {"Keys": [{"id": "a", "n": n} for n in range(MANY)]}}
    while left:
        answer = program.client.batch_get_item(RequestItems=left)
        found += len(answer["Responses"].get(program.table.name, []))
        left = answer["UnprocessedKeys"]
    return found == MANY


def read_by_pages(program):
    program.write_many()
    pages = program.client.get_paginator("query").paginate(TableName=program.table.name, KeyConditionExpression=Key("id").eq("a"))
    return sum(len(page["Items"]) for page in pages) == MANY


def read_stream(program):
    program.write_many()
    arn = program.client.describe_table(TableName=program.table.name)["Table"]["LatestStreamArn"]
    shards = program.streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
    return sum(read_shard(program, {"StreamArn": arn, "ShardId": shard["ShardId"]}) for shard in shards) == MANY


def read_shard(program, shard):
    """Reads a shard until there is nothing new. An iterator that has expired is replaced by one behind the record read last."""
    found, iterator, place = 0, None, {"ShardIteratorType": "TRIM_HORIZON"}
    while True:
        iterator = iterator or program.streams.get_shard_iterator(**shard, **place)["ShardIterator"]
        try:
            page = program.streams.get_records(ShardIterator=iterator, Limit=4)
        except program.streams.exceptions.ExpiredIteratorException:
            iterator = None
            continue
        if not page["Records"]:
            return found
        found += len(page["Records"])
        place = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": page["Records"][-1]["dynamodb"]["SequenceNumber"]}
        iterator = page.get("NextShardIterator")


SCENES = [  # what it shows, the rule, how often its fault must be given, what the program does
    ("boto3 retries a throttled request", {"Operations": ["PutItem"], "First": 2, "Error": "ProvisionedThroughputExceededException"}, 2, put),
    ("boto3 retries after an internal error", {"Operations": ["UpdateItem"], "First": 2, "Error": "InternalServerError"}, 2, increased),
    ("boto3 retries when the connection goes", {"Operations": ["UpdateItem"], "First": 1, "Drop": True}, 1, increased),
    ("a lost answer of a transaction does not do it twice", {"Operations": ["TransactWriteItems"], "First": 1, "Drop": True, "After": True}, 1, increased_by_transaction),
    ("the batch writer writes what was unprocessed", {"Operations": ["BatchWriteItem"], "First": 3, "Unprocessed": 4}, 3, written_in_batches),
    ("unprocessed keys are read until there are none", {"Operations": ["BatchGetItem"], "First": 3, "Unprocessed": 4}, 3, read_in_batches),
    ("a write in conflict is tried again", {"Operations": ["UpdateItem"], "First": 2, "Error": "TransactionConflictException"}, 2, increased_despite_conflicts),
    ("a transaction in conflict is tried again", {"Operations": ["TransactWriteItems"], "First": 2, "Error": "TransactionConflictException"}, 2, transacted_despite_conflicts),
    ("a paginator reads all short pages", {"Operations": ["Query"], "PageSize": 3}, 4, read_by_pages),
    ("an expired iterator is replaced", {"Operations": ["GetRecords"], "Nth": 2, "Error": "ExpiredIteratorException"}, 1, read_stream),
]


def play(program, rule, given, scene):
    """Plays a scene with a table of its own; the text of what is wrong, or None."""
    program.create()
    program.administer("faults", rule)
    try:
        if not scene(program):
            return "the table is not as it must be"
        injected = program.administer("faults/list")["Rules"][0]["Injected"]
        return None if injected == given else f"the server gave {injected} faults, want {given}"
    finally:
        program.administer("faults/clear")
        program.table.delete()


def main(url):
    failed = False
    for number, (name, rule, given, scene) in enumerate(SCENES):
        wrong = play(Program(url, f"faults-python-{number}"), rule, given, scene)
        failed = failed or bool(wrong)
        print(f"BAD python  {name}: {wrong}" if wrong else f"ok  python  {name} ({given} faults)")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("faults: give the URL of a ddbsql that runs with --admin")
    sys.exit(main(sys.argv[1]))
