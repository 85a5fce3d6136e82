"""The cases that do not judge a DynamoDB, each with its reason, and those that need something of the run.

Called as a program it prints exclusions.txt anew from the inventory that a run leaves in its output folder:

    python3 -m alternator_shim.exclusions OUT/main.inventory.jsonl > exclusions.txt

Do so when the suite's revision changes, and look at the difference.
"""

import collections
import json
import sys

from . import settings

HEADER = """\
# Cases of scylladb test/alternator that are not counted as applicable to any DynamoDB
# implementation; one id per line, the reason after '#'.  Made by alternator_shim/exclusions.py
# from the fixtures and markers each collected case has.  Reasons:
#   scylla-only, rest-api, cql, metrics, scylla-log, vector-extension
#                   need a Scylla-only feature or one of Scylla's other interfaces
#   scylla-message  expects an error text that only Scylla gives
#   tablets-twin    second run of a streams case with a Scylla-only tag; the suite itself
#                   skips it on AWS
#   dynamodb-bug    the suite says that DynamoDB itself fails it
# and, applicable to AWS but run only if the run is made for them (see README.md):
#   ttl-wait        waits for items to expire
#   veryslow        marked veryslow
#   ttl-veryslow    both
#   https           needs an https:// URL
"""
# The first rule that fits names the reason.
FIXTURES = [
    ("scylla-only", {"scylla_only", "all_tests_are_scylla_only", "_scylla_only"}),
    ("rest-api", {"rest_api"}),
    ("cql", {"cql"}),
    ("metrics", {"metrics"}),
    ("vector-extension", {"vs"}),
    ("scylla-log", {"logfile", "logfile_path"}),
    ("https", {"https_url"}),
    ("dynamodb-bug", {"dynamodb_bug"}),
]
# Found by reading: no fixture or marker tells.
BY_NAME = {
    "test_gsi_composite_keys.py::test_gsi_composite_keyconditions_blocked": "scylla-message",
    "test_vector.py::test_put_and_get_toplevel_v_manual_request": "vector-extension",
}
# What a run can be made for, and how it is said of a case that is left out.
TTL_WAIT = {"ttl-wait", "ttl-veryslow"}
VERY_SLOW = {"veryslow", "ttl-veryslow"}
HTTPS = {"https"}
CONDITIONAL = TTL_WAIT | VERY_SLOW | HTTPS


def read(path=settings.HERE / "exclusions.txt"):
    """The reason of each listed id."""
    listed = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        node, _, reason = (field.strip() for field in line.partition("  # "))
        if node and not node.startswith("#"):
            listed[node] = reason
    return listed


def summary(reasons):
    """"120 vector-extension, 96 scylla-only, ..." of the reasons that never apply."""
    counts = collections.Counter(reason for reason in reasons if reason not in CONDITIONAL)
    return counts.total(), ", ".join("%d %s" % (count, reason) for reason, count in counts.most_common())


def describe(item):
    """The line of the inventory about a collected case."""
    return {
        "id": node_id(item),
        "file": item.path.name,
        "fixtures": sorted(item.fixturenames),
        "veryslow": item.get_closest_marker("veryslow") is not None,
    }


def node_id(item):
    return item.path.name + "::" + item.name


def reason(case):
    used = set(case["fixtures"])
    for name, fixtures in FIXTURES:
        if used & fixtures:
            return name
    if case["id"] in BY_NAME:
        return BY_NAME[case["id"]]
    if case["file"] == "test_streams.py" and "using tablets" in case["id"]:
        return "tablets-twin"
    if case["veryslow"]:
        return "ttl-veryslow" if case["file"] == "test_ttl.py" else "veryslow"
    if used & {"waits_for_expiration", "veryslow_on_aws"}:
        return "ttl-wait"
    return None


def main():
    sys.stdout.write(HEADER)
    with open(sys.argv[1], encoding="utf-8") as inventory:
        for line in inventory:
            case = json.loads(line)
            if why := reason(case):
                print("%s  # %s" % (case["id"], why))


if __name__ == "__main__":
    main()
