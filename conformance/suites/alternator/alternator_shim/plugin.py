"""The pytest plugin of one part: chooses its cases, waits for a server that comes back, tells what happens."""

import collections
import json
import sys
import time

import pytest

from . import endpoint, exclusions, expiry, retarget
from .settings import MAIN

# Seconds in which a server that crashed may be started again. Once it was not, each case only looks whether it is there.
CRASH_WAIT = 15


class Plugin:
    def __init__(self, settings, suite, part, tally):
        self.settings = settings
        self.suite = suite
        self.part = part
        self.tally = tally
        self.listed = exclusions.read()
        self.patience = CRASH_WAIT

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        self._write_inventory(items)
        left_out = self._left_out(items)
        chosen, excluded, conditional = [], [], []
        for item in items:
            node = exclusions.node_id(item)
            reason = self.listed.get(node)
            if not self._is_mine(node) or (reason and reason not in exclusions.CONDITIONAL):
                excluded.append(item)
            elif why := left_out(reason):
                conditional.append((node, why))
                excluded.append(item)
            else:
                chosen.append(item)
        self._tell(items, chosen, conditional)
        apply_skip_marks(chosen)
        config.hook.pytest_deselected(items=excluded)
        items[:] = chosen

    def _is_mine(self, node):
        return self.suite.takes(self.part, node) and self.settings.only.search(node)

    def _left_out(self, items):
        """A function that tells why a conditional case is left out of this run, or "" if it is not."""
        waiting = any(self._is_mine(node) and self.listed.get(node) in exclusions.TTL_WAIT for node in map(exclusions.node_id, items))
        retarget.Expiry.period = expiry.period(self.settings) if waiting else None

        def why(reason):
            if reason in exclusions.HTTPS and not self.settings.https:
                return "needs an https URL"
            if reason in exclusions.VERY_SLOW and not self.settings.very_slow:
                return "very slow, and ALTERNATOR_VERYSLOW is 0"
            if reason in exclusions.TTL_WAIT and not retarget.Expiry.period:
                return "waits for items to expire, and the server removed none within %g s (or ALTERNATOR_TTL_PERIOD is off)" % expiry.PATIENCE
            return ""

        return why

    def _write_inventory(self, items):
        with open(self.settings.out / (self.part.name + ".inventory.jsonl"), "w", encoding="utf-8") as inventory:
            for item in items:
                inventory.write(json.dumps(exclusions.describe(item)) + "\n")

    def _tell(self, items, chosen, conditional):
        nodes = [exclusions.node_id(item) for item in chosen] + [node for node, _ in conditional]
        for file, total in collections.Counter(node.partition("::")[0] for node in nodes).items():
            self.tally.events.plan(file, total)
        if self.part == MAIN:
            collected = {exclusions.node_id(item) for item in items}
            never = [reason for node, reason in self.listed.items() if node in collected]
            self.tally.events.note("%d cases of the suite are not about DynamoDB and do not run: %s (exclusions.txt)" % exclusions.summary(never))
            if unknown := len(self.listed.keys() - collected):
                self.tally.events.note("%d exclusions name no case of this revision of the suite" % unknown)
        elif chosen:
            self.tally.events.note("%s %s" % (", ".join(self.part.cases), self.part.why))
        for node, why in conditional:
            self.tally.case(node, "skip", why)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item):
        """After a crash of the server the suite skips all that is left. Here the next case waits for the server instead, and runs; the
        one that crashed it has failed."""
        guard = getattr(sys.modules.get("test.alternator.conftest"), "dynamodb_test_connection", None)
        if not getattr(guard, "scylla_crashed", False):
            return
        deadline = time.monotonic() + self.patience
        while not (back := endpoint.answers(self.settings, 5)) and time.monotonic() < deadline:
            time.sleep(0.2)
        guard.scylla_crashed = not back
        self.patience = CRASH_WAIT if back else 0

    def pytest_runtest_logreport(self, report):
        self.tally.add(node_of(report.nodeid), report)

    def pytest_runtest_logfinish(self, nodeid):
        self.tally.finish(node_of(nodeid))


def node_of(nodeid):
    """"test_item.py::test_x[y]" of the id by which pytest calls a case."""
    path, _, name = nodeid.partition("::")
    return path.rpartition("/")[2] + "::" + name


def apply_skip_marks(items):
    """The suite marks what it skips by marks of its monorepo."""
    for item in items:
        for mark in item.iter_markers():
            if mark.name in ("skip_env", "skip_bug"):
                item.add_marker(pytest.mark.skip(reason=mark.kwargs.get("reason", mark.name)))
