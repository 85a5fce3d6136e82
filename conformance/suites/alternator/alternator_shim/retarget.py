"""Turns the suite towards the endpoint: keys, region, names of tables, and what it takes the server for."""

import sys

import boto3.session
import requests

from . import endpoint

# What the suite's clients are made with when nobody tells them keys, and always as region.
FALLBACK_KEYS = ("unknownuser", "unknownsecret")
REGION = "us-east-1"
# Seconds for a plain HTTP request to which the suite gives no limit: the limit of a case does not cover a tear-down after it was reached.
HTTP_TIMEOUT = 60
# Loops that wait for an index or a stream: they poll slowly if they take the server for AWS.
FAST_WAITS = {"wait_for_gsi", "wait_for_active_stream"}


class Expiry:
    """The seconds between two sweeps of the server, once they are known; None leaves out the cases that wait for one."""

    period = None


def exchange_keys(settings):
    """Makes every client of the endpoint with the caller's keys and region where the suite would take its fallback."""
    real = boto3.session.Session.client

    def client(self, *args, **named):
        if (named.get("aws_access_key_id"), named.get("aws_secret_access_key")) == FALLBACK_KEYS:
            named.update(endpoint.keys(settings))
        if named.get("region_name") == REGION:
            named["region_name"] = settings.region
        return real(self, *args, **named)

    boto3.session.Session.client = client


def limit_requests():
    real = requests.Session.request

    def request(self, method, url, **named):
        if named.get("timeout") is None:
            named["timeout"] = HTTP_TIMEOUT
        return real(self, method, url, **named)

    requests.Session.request = request


def present_as_aws(util):
    """Answers the suite's question whether it talks to AWS with yes, so that cases of Scylla's features skip themselves and cases with
    two branches judge DynamoDB's behaviour. Only the TTL file, which would wait for hours, hears of a server that sweeps often."""
    real_config_read = util.scylla_config_read

    def is_aws(dynamodb):
        caller = sys._getframe(1)
        in_ttl = caller.f_globals.get("__name__", "").endswith("test_ttl")
        return not (caller.f_code.co_name in FAST_WAITS or (Expiry.period and in_ttl))

    def scylla_config_read(dynamodb, name):
        if Expiry.period and name == "alternator_ttl_period_in_seconds":
            return str(Expiry.period)
        return real_config_read(dynamodb, name)

    util.is_aws = is_aws
    util.scylla_config_read = scylla_config_read


def install(settings):
    """Needs stand_ins.install() before it, and comes before anything imports the suite's helpers."""
    exchange_keys(settings)
    limit_requests()
    import test.alternator.util as util

    util.test_table_prefix = settings.prefix + util.test_table_prefix
    present_as_aws(util)
