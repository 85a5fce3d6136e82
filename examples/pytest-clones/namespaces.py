"""Clients of namespaces, and what is asked of the server about them."""

import json
import os
import urllib.request

import boto3

URL = os.environ["DDBSQL_URL"]

# The namespace in which everything is prepared. With --namespaces access-key a namespace is the data of an access key.
PREPARED = "PREPARED"


def client(namespace):
    """Returns a client of a namespace. It exists as soon as somebody asks for something in it."""
    return boto3.client("dynamodb", endpoint_url=URL, region_name="us-east-1", aws_access_key_id=namespace, aws_secret_access_key="any")


def administer(act, **parameters):
    """Asks for an act of administration, as clone(From, To) or reset(Namespace)."""
    request = urllib.request.Request(f"{URL}/_ddbsql/snapshots/{act}", json.dumps(parameters).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)
