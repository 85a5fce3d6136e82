"""Runs one part in this process: python3 -m alternator_shim.part NAME

Needs the suite's root at the head of PYTHONPATH. Leaves its counts in NAME.json. Exit status 0 if no case failed, 1 if some did,
anything else if the part broke.
"""

import json
import os
import sys

import pytest

from . import retarget, settings, stand_ins
from .events import Events
from .plugin import Plugin
from .tally import Tally


def arguments(asked, part, root):
    files = sorted({case.partition("::")[0] for case in part.cases}) or [""]
    chosen = ["--url=" + asked.url, "--timeout=%g" % asked.case_timeout]
    chosen += ["--https"] if asked.https else []
    chosen += ["--runveryslow"] if asked.very_slow else []
    return [
        "-c", str(settings.HERE / "pytest.ini"), "--rootdir=" + root, "-p", "no:cacheprovider", "-p", "pytest_timeout",
        "-q", "--tb=short", *chosen, *(os.path.join(root, "test", "alternator", file) for file in files),
    ]


def main():
    asked, suite = settings.from_environment(), settings.read_suite()
    part, root = suite.part(sys.argv[1]), sys.argv[2]
    stand_ins.install()
    retarget.install(asked)
    tally = Tally(Events(asked.events))
    status = pytest.main(arguments(asked, part, root), plugins=[Plugin(asked, suite, part, tally)])
    if status == pytest.ExitCode.NO_TESTS_COLLECTED:
        status = 0
    (asked.out / (part.name + ".json")).write_text(json.dumps(tally.counts))
    sys.stdout.flush()
    # At once, without waiting for threads that a case has left behind in a request without an answer.
    os._exit(int(status) if status > 1 else int(tally.counts["fail"] > 0))


if __name__ == "__main__":
    main()
