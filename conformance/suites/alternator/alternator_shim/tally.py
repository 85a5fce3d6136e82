"""What became of each case of a part, from pytest's reports."""

import collections

OPERATIONS = {
    "test_describe_endpoints.py": "DescribeEndpoints",
    "test_describe_table.py": "DescribeTable",
    "test_gsi_updatetable.py": "UpdateTable",
    "test_key_condition_expression.py": "Query",
    "test_key_conditions.py": "Query",
    "test_query.py": "Query",
    "test_query_filter.py": "Query",
    "test_scan.py": "Scan",
    "test_update_expression.py": "UpdateItem",
}
# What the suite says of the cases after a crash. They have failed: nobody can tell that they would not.
SERVER_DOWN = "Server down"


def outcome(report):
    """pass, fail or skip, and what is to be said about it, of one phase of a case: its set-up, the case itself or its tear-down.

    A mark xfail tells where Scylla differs, not where DynamoDB does: a case that fails as it announced has failed.
    """
    if report.passed:
        return "pass", ""
    if report.failed:
        return "fail", crash(report)
    if hasattr(report, "wasxfail"):
        return "fail", crash(report) or report.wasxfail
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = reason.removeprefix("Skipped: ")
    return ("fail" if SERVER_DOWN in reason else "skip"), reason


def crash(report):
    place = getattr(report.longrepr, "reprcrash", None)
    return place.message if place else str(report.longrepr or "")


class Tally:
    """Collects the phases of each case and tells the case when its tear-down is over."""

    RANK = {"pass": 0, "skip": 1, "fail": 2}

    def __init__(self, events):
        self.events = events
        self.counts = collections.Counter()
        self._current = {}

    def add(self, node, report):
        got, seconds, despite = self._current.get(node, (("pass", ""), 0.0, False))
        new = outcome(report)
        worst = new if self.RANK[new[0]] > self.RANK[got[0]] else got
        despite = despite or (report.when == "call" and report.passed and hasattr(report, "wasxfail"))
        self._current[node] = worst, seconds + report.duration, despite

    def finish(self, node):
        (result, message), seconds, despite = self._current.pop(node)
        self.counts["xpass"] += despite and result == "pass"
        self.case(node, result, message, seconds)

    def case(self, node, result, message, seconds=0.0):
        self.counts[result] += 1
        file, _, name = node.partition("::")
        self.events.case(file, OPERATIONS.get(file, ""), name, result, message, seconds)
