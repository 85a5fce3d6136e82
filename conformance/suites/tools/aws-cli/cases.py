"""AWS CLI version 1: the developer guide's "Using the AWS CLI" and getting started, then what scripts do with it every day.

examples/aws-cli leads one item through its life; here each command is judged.
"""

import sys

from story import PREFIX, case, equal, tell
from cli import MUSIC, answer, printed, refused, text
import table_cases  # noqa: F401  each module adds its cases; they run in this order
import item_cases  # noqa: F401
import page_cases  # noqa: F401


@case("delete-table and wait table-not-exists end with the table gone", "DeleteTable")
def delete_table():
    equal(answer("delete-table", "--table-name", MUSIC)["TableDescription"]["TableStatus"], "DELETING")
    printed("wait", "table-not-exists", "--table-name", MUSIC)
    refused("ResourceNotFoundException", "not found", "scan", "--table-name", MUSIC)


def cleanup():
    for name in text("list-tables", "--query", "TableNames[]").split():
        if name.startswith(PREFIX + "aws-cli"):
            printed("delete-table", "--table-name", name)


sys.exit(tell("aws-cli", cleanup))
