import boto3
import pytest
import requests

from test.alternator.util import is_aws  # noqa: F401
from test.conftest import dynamic_scope
from test.cqlpy.conftest import host  # noqa: F401
from test.pylib.connect_options import add_host_option
from test.pylib.driver_utils import safe_driver_shutdown  # noqa: F401
from test.pylib.skip_types import skip_env


def pytest_addoption(parser):
    parser.addoption("--url")
    parser.addoption("--https", action="store_true")
    parser.addoption("--runveryslow", action="store_true")
    add_host_option(parser)


@pytest.fixture(scope=dynamic_scope())
def dynamodb(request):
    return boto3.resource("dynamodb", endpoint_url=request.config.getoption("url"), region_name="us-east-1",
                          aws_access_key_id="unknownuser", aws_secret_access_key="unknownsecret")


@pytest.fixture(autouse=True)
def dynamodb_test_connection(dynamodb):
    if dynamodb_test_connection.scylla_crashed:
        skip_env("Server down")
    yield
    try:
        requests.get(dynamodb.meta.client._endpoint.host)
    except requests.RequestException:
        dynamodb_test_connection.scylla_crashed = True
        pytest.fail("the server is gone")


dynamodb_test_connection.scylla_crashed = False


@pytest.fixture
def https_url():
    return "https://"
