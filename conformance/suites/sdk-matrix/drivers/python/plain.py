"""The plain client: takes and gives the wire's JSON almost as it is."""

import functools
import itertools
import os
import re

import boto3
from botocore.config import Config

from values import bytes_of, json_of

STREAMS = {"ListStreams", "DescribeStream", "GetShardIterator", "GetRecords"}
JOINED = {"Query": "Items", "Scan": "Items", "ListTables": "TableNames"}
WAITERS = {"TableExists": "table_exists", "TableNotExists": "table_not_exists"}


def method(operation):
    """PutItem -> put_item, as boto3 calls it."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()


def config():
    return Config(read_timeout=float(os.environ.get("CONFORMANCE_CASE_TIMEOUT") or 60))


class Plain:
    """The clients at one endpoint."""

    def __init__(self, endpoint):
        self.client = boto3.client("dynamodb", endpoint_url=endpoint, config=config())
        self.streams = boto3.client("dynamodbstreams", endpoint_url=endpoint, config=config())

    def exceptions(self, operation):
        return self._client(operation).exceptions

    def perform(self, step, given):
        """Performs a step with its expanded input and returns the output in the wire's JSON."""
        given = bytes_of(given)
        operation = step["operation"]
        if "wait" in step:
            self.client.get_waiter(WAITERS[step["wait"]]).wait(WaiterConfig={"Delay": 1, "MaxAttempts": 120}, **given)
            return {}
        if step.get("paginate") or "segments" in step:
            return json_of(pages(self.client, step, given))
        if step.get("unprocessed"):
            return json_of(join_rounds(operation, functools.partial(self._call, operation), given))
        if step.get("shards"):
            return json_of(self._records(given["StreamArn"]))
        return json_of(self._call(operation, given))

    def _call(self, operation, given):
        return getattr(self._client(operation), method(operation))(**given)

    def _client(self, operation):
        return self.streams if operation in STREAMS else self.client

    def _records(self, arn):
        records = []
        for shard in self.streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
            iterator = self.streams.get_shard_iterator(StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")
            records += self.streams.get_records(ShardIterator=iterator["ShardIterator"])["Records"]
        return {"Records": records}


def pages(client, step, given):
    """Joins the pages of the paginator, or of one for each segment."""
    paginator = client.get_paginator(method(step["operation"]))
    if "segments" not in step:
        return _join(step["operation"], paginator.paginate(**given))
    total = step["segments"]
    segments = (paginator.paginate(Segment=n, TotalSegments=total, **given) for n in range(total))
    return _join(step["operation"], itertools.chain.from_iterable(segments))


def _join(operation, all_pages):
    member = JOINED[operation]
    joined = {"Pages": 0, member: [], "Count": 0, "ScannedCount": 0}
    for page in all_pages:
        joined["Pages"] += 1
        joined[member] += page.get(member, [])
        joined["Count"] += page.get("Count", 0)
        joined["ScannedCount"] += page.get("ScannedCount", 0)
    return joined


def join_rounds(operation, call, given):
    """Sends a batch, and again what is left of it, until nothing is."""
    left = "UnprocessedKeys" if operation == "BatchGetItem" else "UnprocessedItems"
    joined = {"Rounds": 0, "Responses": {}}
    while given["RequestItems"]:
        out = call(given)
        joined["Rounds"] += 1
        for table, items in out.get("Responses", {}).items():
            joined["Responses"].setdefault(table, []).extend(items)
        given = {**given, "RequestItems": out.get(left, {})}
    return joined
