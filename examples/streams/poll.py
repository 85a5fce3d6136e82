"""Reads a stream as AWS Lambda does: polls every shard, parents before their children, and gives batches to a handler.

    python3 examples/streams/poll.py http://127.0.0.1:8000 STREAM_ARN

The handler prints each record as one line of JSON. The program ends when its standard input does.
"""

import json
import sys
import threading
import time

import boto3
from botocore.exceptions import ClientError

BATCH = 100  # records
INTERVAL = 0.25  # seconds between polls of a shard without news
RENEW = 20  # batches after which an iterator is made anew from the checkpoint, as after a restart

# Errors after which a shard is read on from its checkpoint.
RESUME = {"ExpiredIteratorException"}


def handle(shard, records, out=threading.Lock()):
    lines = []
    for record in records:
        change = record["dynamodb"]
        lines.append(json.dumps({
            "shard": shard, "sequence": change["SequenceNumber"], "id": record["eventID"], "event": record["eventName"],
            "keys": flat(change["Keys"]), "old": flat(change.get("OldImage")), "new": flat(change.get("NewImage")),
        }))
    with out:
        print("\n".join(lines), flush=True)


def flat(item):
    """The text of an item's strings and numbers; None for no item."""
    return item and {name: next(iter(value.values())) for name, value in item.items()}


class Poller:
    def __init__(self, url, arn):
        keys = {"region_name": "us-east-1", "aws_access_key_id": "streams", "aws_secret_access_key": "streams"}
        self.streams = boto3.client("dynamodbstreams", endpoint_url=url, **keys)
        self.arn = arn
        self.checkpoints = {}  # the last sequence number handled, by shard
        self.started, self.ended = set(), set()
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(INTERVAL):
            for shard in self.shards():
                parent = shard.get("ParentShardId")
                if shard["ShardId"] not in self.started and (not parent or parent in self.ended):
                    self.started.add(shard["ShardId"])
                    threading.Thread(target=self.poll, args=(shard["ShardId"],)).start()

    def shards(self):
        asked = {"StreamArn": self.arn}
        while True:
            stream = self.streams.describe_stream(**asked)["StreamDescription"]
            yield from stream["Shards"]
            if "LastEvaluatedShardId" not in stream:
                return
            asked["ExclusiveStartShardId"] = stream["LastEvaluatedShardId"]

    def iterator(self, shard):
        start = {"ShardIteratorType": "TRIM_HORIZON"}
        if shard in self.checkpoints:
            start = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": self.checkpoints[shard]}
        return self.streams.get_shard_iterator(StreamArn=self.arn, ShardId=shard, **start)["ShardIterator"]

    def poll(self, shard):
        iterator, batches = self.iterator(shard), 0
        while iterator and not self.stopped.is_set():
            try:
                page = self.streams.get_records(ShardIterator=iterator, Limit=BATCH)
            except ClientError as e:
                if e.response["Error"]["Code"] not in RESUME:
                    raise
                iterator = self.iterator(shard)
                continue
            iterator = page.get("NextShardIterator")
            if not page["Records"]:
                self.stopped.wait(INTERVAL)
                continue
            handle(shard, page["Records"])
            self.checkpoints[shard] = page["Records"][-1]["dynamodb"]["SequenceNumber"]
            batches += 1
            if batches % RENEW == 0 and iterator:
                iterator = self.iterator(shard)
        if not iterator:
            self.ended.add(shard)


if __name__ == "__main__":
    poller = Poller(*sys.argv[1:3])
    thread = threading.Thread(target=poller.run)
    thread.start()
    sys.stdin.read()
    poller.stopped.set()
    thread.join()
