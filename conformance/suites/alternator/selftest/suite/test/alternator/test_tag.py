"""The case has the name of one that runs in a part of its own, as another revision has it; a folder has no other revisions."""


def test_concurrent_tag(dynamodb):
    pass
