"""Finds out how soon the server removes expired items, for the cases that wait for that."""

import contextlib
import time

from botocore.exceptions import BotoCoreError, ClientError

from . import endpoint

# The cases want a sweep about every second; a server that needs longer than this does not sweep for them.
PATIENCE = 5.0


def period(settings):
    """The seconds between two sweeps as the caller gives them or, by default, as they are found; None if the server does not sweep."""
    if settings.ttl == "off":
        return None
    if settings.ttl != "auto":
        return float(settings.ttl)
    with contextlib.suppress(BotoCoreError, ClientError):
        return measure(endpoint.client(settings), settings.prefix + "alternator_expiry")
    return None


def measure(dynamodb, table):
    dynamodb.create_table(TableName=table, BillingMode="PAY_PER_REQUEST",
                          KeySchema=[{"AttributeName": "p", "KeyType": "HASH"}],
                          AttributeDefinitions=[{"AttributeName": "p", "AttributeType": "S"}])
    try:
        dynamodb.get_waiter("table_exists").wait(TableName=table, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
        dynamodb.update_time_to_live(TableName=table, TimeToLiveSpecification={"AttributeName": "at", "Enabled": True})
        dynamodb.put_item(TableName=table, Item={"p": {"S": "x"}, "at": {"N": str(int(time.time()) - 60)}})
        began = time.monotonic()
        while (waited := time.monotonic() - began) < PATIENCE:
            if "Item" not in dynamodb.get_item(TableName=table, Key={"p": {"S": "x"}}, ConsistentRead=True):
                return max(0.1, round(waited, 1))
            time.sleep(0.1)
        return None
    finally:
        dynamodb.delete_table(TableName=table)
