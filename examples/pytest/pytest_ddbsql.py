"""Fixtures of a DynamoDB for tests: ddbsql in memory. Copy this file beside your tests and name it in the topmost conftest.py:

    pytest_plugins = ["pytest_ddbsql"]

Fixtures:
    ddbsql_url         address of a server that starts with the first test that wants it and ends with the session
    dynamodb           a boto3 client of it; tables that a test makes are deleted after the test
    dynamodb_resource  the same as a boto3 resource

The variable DDBSQL is the path of the program; without it `ddbsql` is looked for on the PATH. With pytest-xdist each worker has
a server of its own. Needs boto3.
"""

import collections
import json
import os
import subprocess
import threading

import boto3
import pytest

# Any will do; they are given so that nobody's own credentials are looked for.
SETTINGS = {"region_name": "us-east-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}


@pytest.fixture(scope="session")
def ddbsql_url():
    """The address of an empty server. The system chooses its port, so that any number of sessions can run at a time."""
    command = [os.environ.get("DDBSQL", "ddbsql"), "--db", "sqlite::memory:", "--listen", "127.0.0.1:0", "--log-format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        address = _address(server.stdout)
        # Somebody has to read what the server says, lest it has to wait.
        reader = threading.Thread(target=collections.deque, args=(server.stdout, 0))
        reader.start()
        yield f"http://{address}"
        server.terminate()
        reader.join()


@pytest.fixture
def dynamodb(ddbsql_url):
    client = boto3.client("dynamodb", endpoint_url=ddbsql_url, **SETTINGS)
    yield client
    _delete_tables(client)


@pytest.fixture
def dynamodb_resource(ddbsql_url, dynamodb):
    return boto3.resource("dynamodb", endpoint_url=ddbsql_url, **SETTINGS)


def _address(log):
    """Returns the address that the server says it listens on."""
    said = []
    for line in log:
        said.append(line)
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("msg") == "listening":
            return event["address"]
    raise RuntimeError(f"ddbsql did not start: {''.join(said)}")


def _delete_tables(client):
    for page in client.get_paginator("list_tables").paginate():
        for name in page["TableNames"]:
            if client.describe_table(TableName=name)["Table"].get("DeletionProtectionEnabled"):
                client.update_table(TableName=name, DeletionProtectionEnabled=False)
            client.delete_table(TableName=name)
