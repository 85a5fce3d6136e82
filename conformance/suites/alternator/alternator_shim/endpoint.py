"""A client of the shim's own, for what it asks the endpoint beside the suite."""

import contextlib

import boto3
import botocore.config
import requests
from botocore.exceptions import ClientError


def keys(settings):
    return {
        "aws_access_key_id": settings.access_key,
        "aws_secret_access_key": settings.secret_key,
        "aws_session_token": settings.session_token,
    }


def client(settings):
    config = botocore.config.Config(retries={"max_attempts": 0}, connect_timeout=10, read_timeout=30)
    return boto3.client("dynamodb", endpoint_url=settings.url, region_name=settings.region, verify=False, config=config,
                        **keys(settings))


def answers(settings, seconds):
    """Whether the server answers a GET in that time, with whatever status."""
    with contextlib.suppress(requests.RequestException):
        requests.get(settings.url, verify=False, timeout=seconds)
        return True
    return False


def remove_tables(settings):
    """Deletes the tables that cases left behind, and returns how many they were. Does nothing without a prefix to know them by."""
    if not settings.prefix:
        return 0
    dynamodb = client(settings)
    names = [name for page in dynamodb.get_paginator("list_tables").paginate() for name in page["TableNames"]]
    removed = 0
    for name in names:
        # The suite does not wait for the end of its own deletions, so some are refused.
        with contextlib.suppress(ClientError):
            if name.startswith(settings.prefix):
                dynamodb.delete_table(TableName=name)
                removed += 1
    return removed
