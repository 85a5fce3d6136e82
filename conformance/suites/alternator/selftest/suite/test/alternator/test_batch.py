"""The case has the name of an excluded one."""


def test_batch_get_item_partial(dynamodb):
    raise AssertionError("must not run")
