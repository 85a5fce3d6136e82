"""One case for each way in which a case can end."""

import time

import pytest

from test.pylib.skip_types import skip_env


def test_passes(dynamodb):
    pass


def test_fails(dynamodb):
    assert 1 == 2


@pytest.mark.parametrize("value", ["a b", "c"])
def test_has_parameters(value):
    pass


@pytest.mark.xfail(reason="lacking there")
def test_fails_as_announced():
    raise ValueError("first line\nsecond line")


@pytest.mark.xfail(reason="lacking there")
def test_passes_although_announced_to_fail():
    pass


def test_skips_itself():
    skip_env("not on this machine")


@pytest.mark.skip_env(reason="marked")
def test_is_marked_as_skipped():
    raise AssertionError("must not run")


@pytest.fixture
def broken_end():
    yield
    raise RuntimeError("left in disorder")


def test_fails_when_it_is_torn_down(broken_end):
    pass


def test_hangs():
    time.sleep(60)
