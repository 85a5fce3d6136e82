"""The fixture that gives each test data of its own."""

import uuid

import pytest

import namespaces


@pytest.fixture
def dynamodb():
    """A client of a clone of what was prepared, which nobody else sees."""
    name = f"test-{uuid.uuid4().hex}"
    namespaces.administer("clone", From=namespaces.PREPARED, To=name)
    yield namespaces.client(name)
    namespaces.administer("reset", Namespace=name)
