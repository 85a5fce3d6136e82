"""What the shim changes in the suite's helpers."""

import time

test_table_prefix = "Mine_"


def unique_table_name():
    return test_table_prefix + str(time.time_ns())


def is_aws(dynamodb):
    return False


def scylla_config_read(dynamodb, name):
    return None
