"""Cases about what the shim turns to the endpoint."""

import os

from test.alternator import util


def test_uses_the_keys_and_the_region_of_the_run(dynamodb):
    client = dynamodb.meta.client
    keys = client._request_signer._credentials
    assert (keys.access_key, keys.secret_key) == ("mykey", "mysecret")
    assert client.meta.region_name == "eu-central-1"


def test_makes_tables_whose_names_start_with_the_prefix():
    assert util.unique_table_name().startswith("pre-Mine_")


def test_takes_the_server_for_aws(dynamodb):
    assert util.is_aws(dynamodb)


def test_reads_no_configuration_of_the_machine():
    assert os.environ["AWS_CONFIG_FILE"] == os.devnull
