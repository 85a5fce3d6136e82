"""The file that hears of a server that sweeps often; the case has the name of one that waits for a sweep."""

import pytest

from test.alternator import util


@pytest.mark.parametrize("kind", ["using vnodes"])
def test_ttl_disable(dynamodb, kind):
    assert not util.is_aws(dynamodb)
    assert float(util.scylla_config_read(dynamodb, "alternator_ttl_period_in_seconds")) == 0.5
